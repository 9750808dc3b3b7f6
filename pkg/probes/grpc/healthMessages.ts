import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire';

/** `grpc.health.v1.HealthCheckResponse.ServingStatus`, by number. */
const statuses = ['UNKNOWN', 'SERVING', 'NOT_SERVING', 'SERVICE_UNKNOWN'] as const;

/** A `HealthCheckRequest`: field 1 is the service's name; empty is the server as a whole. */
export function healthRequest(service: string): Buffer {
  const writer = new BinaryWriter();
  if (service !== '') {
    writer.uint32(10).string(service);
  }
  return Buffer.from(writer.finish());
}

/** The status in a `HealthCheckResponse`: field 1, which is left out where it is UNKNOWN. */
export function servingStatus(message: Buffer): string {
  const reader = new BinaryReader(message);
  let status = 0;
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    if (field === 1) {
      status = reader.int32();
    } else {
      reader.skip(wireType);
    }
  }
  return statuses[status] ?? 'UNKNOWN';
}
