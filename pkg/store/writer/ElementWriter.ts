import { day } from '../../lib/duration';

/**
 * Types of the arrays that rows are sent in. `epoch` is epoch milliseconds, made a timestamptz by the server; `date` is
 * given as epoch milliseconds too.
 */
export type ColumnType = 'uuid' | 'text' | 'bigint' | 'float8' | 'boolean' | 'date' | 'jsonb' | 'epoch';

/** PostgreSQL counts days from 2000 on. */
const firstDay = Date.UTC(2000, 0, 1);
/** Some dozens of requests: allocating for each would cost more than encoding it. */
const slabSize = 256 * 1024;
/** Up to here writing byte by byte is cheaper than asking the engine. */
const shortText = 40;
/** Longer than every type of a fixed width is, so that the server refuses that row, and not the whole message. */
const neverFits = 17;
const jsonbVersion = 1;
const bytesPerCharacter = 3;

const nibbles = new Uint8Array(128).fill(255);
for (const [digit, character] of [...'0123456789abcdef'].entries()) {
  nibbles[character.charCodeAt(0)] = digit;
  nibbles[character.toUpperCase().charCodeAt(0)] = digit;
}

/**
 * Writes elements of PostgreSQL arrays one behind the other, in the form in which the server sends and receives them in
 * binary (`array_recv` and each type's own `_recv`): the length as int32, -1 for NULL, then the value. What is no value of
 * the type is written so that the server refuses it by itself.
 */
export class ElementWriter {
  /** What was taken lies before `#start` and lives as long as somebody holds a part of it. */
  #bytes = Buffer.alloc(0);
  #start = 0;
  #end = 0;

  /** Bytes written since some were taken. */
  get length(): number {
    return this.#end - this.#start;
  }

  write(type: ColumnType, value: unknown): void {
    if (value === null || value === undefined) {
      this.#reserve(4);
      this.#int32(-1);
      return;
    }
    switch (type) {
      case 'jsonb':
        return this.#json(value);
      case 'text':
        return this.#text(String(value));
      case 'uuid':
        return this.#uuid(String(value));
      case 'boolean':
        return this.#boolean(value);
      case 'bigint':
        return this.#bigint(value);
      case 'date':
        return this.#date(Number(value));
      default:
        return this.#double(value);
    }
  }

  /** Writes once more what stands from `start` to `end`, counted as `length` counts. */
  repeat(start: number, end: number): void {
    this.#reserve(end - start);
    this.#bytes.copyWithin(this.#end, this.#start + start, this.#start + end);
    this.#end += end - start;
  }

  /** All that was written since the last time. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(this.#start, this.#end);
    this.#start = this.#end;
    return taken;
  }

  #json(value: unknown): void {
    const text = JSON.stringify(value);
    this.#reserve(5 + text.length * bytesPerCharacter);
    const written = this.#bytes.write(text, this.#end + 5);
    this.#int32(written + 1);
    this.#bytes[this.#end] = jsonbVersion;
    this.#end += written + 1;
  }

  #text(text: string): void {
    this.#reserve(4 + text.length * bytesPerCharacter);
    const written = text.length > shortText ? this.#bytes.write(text, this.#end + 4) : this.#short(text);
    this.#int32(written);
    this.#end += written;
  }

  #short(text: string): number {
    const bytes = this.#bytes;
    const start = this.#end + 4;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 127) {
        return bytes.write(text, start);
      }
      bytes[start + index] = code;
    }
    return text.length;
  }

  #uuid(text: string): void {
    this.#reserve(4 + neverFits);
    const bytes = this.#bytes;
    const start = this.#end + 4;
    let length = 0;
    let high = -1;
    for (let index = 0; index < text.length && length < neverFits; index += 1) {
      const code = text.charCodeAt(index);
      if (code === 45) {
        continue;
      }
      const nibble = code < 128 ? (nibbles[code] ?? 255) : 255;
      if (nibble === 255) {
        return this.#refused();
      }
      if (high === -1) {
        high = nibble;
      } else {
        bytes[start + length] = high * 16 + nibble;
        length += 1;
        high = -1;
      }
    }
    if (length !== 16 || high !== -1) {
      return this.#refused();
    }
    this.#int32(length);
    this.#end += length;
  }

  #boolean(value: unknown): void {
    this.#reserve(5);
    this.#int32(1);
    this.#bytes[this.#end] = value === true ? 1 : 0;
    this.#end += 1;
  }

  #bigint(value: unknown): void {
    if (Number.isSafeInteger(value)) {
      const integer = Number(value);
      this.#reserve(12);
      this.#int32(8);
      this.#int32(Math.floor(integer / 2 ** 32));
      this.#int32(integer | 0);
      return;
    }
    const text = String(value);
    if (!/^-?\d{1,19}$/.test(text)) {
      return this.#refused();
    }
    this.#reserve(12);
    this.#int32(8);
    // Beyond 64 bits it would be another number: the server is given what it must refuse.
    const integer = BigInt(text);
    if (integer !== BigInt.asIntN(64, integer)) {
      this.#end -= 4;
      return this.#refused();
    }
    this.#end = this.#bytes.writeBigInt64BE(integer, this.#end);
  }

  #date(time: number): void {
    const days = Math.floor((time - firstDay) / day);
    if ((days | 0) !== days) {
      return this.#refused();
    }
    this.#reserve(8);
    this.#int32(4);
    this.#int32(days);
  }

  #double(value: unknown): void {
    if (typeof value !== 'number') {
      return this.#refused();
    }
    this.#reserve(12);
    this.#int32(8);
    this.#end = this.#bytes.writeDoubleBE(value, this.#end);
  }

  #refused(): void {
    this.#reserve(4 + neverFits);
    this.#int32(neverFits);
    this.#bytes.fill(0, this.#end, this.#end + neverFits);
    this.#end += neverFits;
  }

  #int32(value: number): void {
    const bytes = this.#bytes;
    const end = this.#end;
    bytes[end] = value >> 24;
    bytes[end + 1] = value >> 16;
    bytes[end + 2] = value >> 8;
    bytes[end + 3] = value;
    this.#end = end + 4;
  }

  #reserve(more: number): void {
    if (this.#end + more > this.#bytes.length) {
      const { length } = this;
      const slab = Buffer.allocUnsafeSlow(Math.max(slabSize, 2 * (length + more)));
      slab.set(this.#bytes.subarray(this.#start, this.#end));
      this.#bytes = slab;
      this.#start = 0;
      this.#end = length;
    }
  }
}
