import { ApiError } from './ApiError';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** The sentence the server itself sent: ours (`error.message`) or Grafana's (`message`). */
function serverMessage(data: unknown): string | undefined {
  if (!isRecord(data)) {
    return undefined;
  }
  return (isRecord(data.error) ? textOf(data.error.message) : undefined) ?? textOf(data.message);
}

function sentenceFor(status: number, message: string | undefined): string {
  if (status === 0) {
    return 'Grafana cannot be reached. Check the connection and try again.';
  }
  if (status === 403) {
    return message ?? 'You are not allowed to do this. Ask an Admin of this organisation.';
  }
  if (status === 404) {
    return message ?? 'It is not there any more. Reload the page to see what is.';
  }
  if (status === 429) {
    return 'Too many requests at once. Wait a moment and try again.';
  }
  if (status >= 500) {
    const detail = message ? ` It said: ${message}` : '';
    return `The Seamark server did not answer as it should. Test the data source to see why.${detail}`;
  }
  return message ?? `The server refused the request (status ${status}).`;
}

/** What Grafana's fetch threw, as an error whose message can be shown. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) {
    return thrown;
  }
  const status = isRecord(thrown) && typeof thrown.status === 'number' ? thrown.status : undefined;
  if (status === undefined) {
    return new ApiError('Something went wrong in this page. Reload it and try again.', 0, { cause: thrown });
  }
  const data = isRecord(thrown) ? thrown.data : undefined;
  return new ApiError(sentenceFor(status < 0 ? 0 : status, serverMessage(data)), Math.max(status, 0), {
    cause: thrown,
  });
}
