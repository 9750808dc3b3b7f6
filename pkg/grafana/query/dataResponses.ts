import type { DataResponse } from '../generated/backend';

/** An answer without frames. `downstream` is the source of all that is no fault in the plugin itself. */
export function failedResponse(status: number, error: string, errorSource = 'downstream'): DataResponse {
  return { frames: [], error, status, errorSource, jsonMeta: Buffer.alloc(0) };
}

/**
 * The answers of `POST /api/v1/query` in Arrow form, one for each of `refIds`. The frames are Arrow files in base64 and
 * are passed on as they are.
 */
export function dataResponses(body: Buffer, refIds: readonly string[]): Array<[refId: string, response: DataResponse]> {
  const { results } = JSON.parse(body.toString()) as { results?: Record<string, unknown> };
  return refIds.map((refId) => [refId, responseOf(results?.[refId])]);
}

function responseOf(result: unknown): DataResponse {
  if (typeof result !== 'object' || result === null) {
    return failedResponse(502, 'The Seamark server did not answer this query.');
  }
  const { status, error, frames } = result as { status?: unknown; error?: unknown; frames?: unknown };
  const code = typeof status === 'number' ? status : 500;
  const message = typeof error === 'string' ? error : '';
  if (code >= 400 || message !== '') {
    return failedResponse(code >= 400 ? code : 500, message || `The query failed with status ${code}.`);
  }
  const files = Array.isArray(frames) ? (frames as unknown[]).filter((frame) => typeof frame === 'string') : [];
  return {
    frames: files.map((file) => Buffer.from(file, 'base64')),
    error: '',
    status: code,
    errorSource: '',
    jsonMeta: Buffer.alloc(0),
  };
}
