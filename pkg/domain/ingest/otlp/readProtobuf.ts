import type { JsonObject } from '../JsonObject';
import { Answer, LogsRequest, MetricsRequest, TracesRequest } from './generated/otlp';
import type { OtlpSignal } from './OtlpSignal';

/**
 * A protobuf body as OTLP/JSON would be after parsing: ids are hexadecimal, 64-bit integers texts. Undefined for what
 * is none.
 */
export function readProtobuf(signal: OtlpSignal, data: Buffer): JsonObject | undefined {
  try {
    switch (signal) {
      case 'logs':
        return withHexIds(LogsRequest.decode(data), (request) =>
          request.resourceLogs.flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords))
        );
      case 'traces':
        return withHexIds(TracesRequest.decode(data), (request) =>
          request.resourceSpans
            .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
            .flatMap((span) => [span, ...span.links])
        );
      case 'metrics':
        return { ...MetricsRequest.decode(data) };
    }
  } catch {
    return undefined;
  }
}

/** The answer as protobuf; without a count and a message it is empty, as complete success must be. */
export function protobufAnswer(rejected: number, errorMessage: string): Buffer {
  const partial = rejected === 0 && errorMessage === '' ? undefined : { rejected: String(rejected), errorMessage };
  return Buffer.from(Answer.encode({ partialSuccess: partial }).finish());
}

const idNames = ['traceId', 'spanId', 'parentSpanId'] as const;

function withHexIds<T extends object>(
  request: T,
  holders: (request: T) => ReadonlyArray<Partial<Record<(typeof idNames)[number], unknown>>>
): JsonObject {
  for (const holder of holders(request)) {
    for (const name of idNames) {
      const id = holder[name];
      if (id instanceof Uint8Array) {
        holder[name] = Buffer.from(id).toString('hex');
      }
    }
  }
  return { ...request } as JsonObject;
}
