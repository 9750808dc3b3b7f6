import { randomBytes } from 'node:crypto';

/**
 * A UUID of version 7 (RFC 9562, section 5.7): sorts by time. PostgreSQL makes these itself only from 18 on.
 * @param now epoch milliseconds
 */
export function uuidV7(now: number, random: (size: number) => Buffer = randomBytes): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(now, 0, 6);
  random(10).copy(bytes, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
