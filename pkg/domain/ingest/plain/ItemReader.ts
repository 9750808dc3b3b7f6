import { isJsonObject, type JsonObject } from '../JsonObject';
import { parseTime } from '../parseTime';
import type { Scrubber } from '../Scrubber';

/** Reads the columns of one item of the plain batch and remembers the first thing that is wrong with it. */
export class ItemReader {
  problem: string | undefined;
  readonly item: JsonObject;
  /** Set once the item's person is known. */
  scrubber: Scrubber;

  constructor(item: JsonObject, scrubber: Scrubber) {
    this.item = item;
    this.scrubber = scrubber;
  }

  /** A text column as it came, or null. What is too long is cut, for it is free text. */
  raw(column: string): string | null {
    const value = this.item[column];
    if (value === undefined || value === null || value === '') {
      return null;
    }
    if (typeof value !== 'string') {
      this.problem ??= `${column} must be a text`;
      return null;
    }
    return value;
  }

  /** A cleaned text column, cut to `longest`, or null. */
  text(column: string, longest: number): string | null {
    const value = this.raw(column);
    return value === null ? null : this.scrubber.text(value, longest);
  }

  /** A column that names something: it must be there, and it is refused rather than cut. */
  name(column: string, longest: number): string {
    const value = this.raw(column);
    if (value === null || value.length > longest) {
      this.problem ??= `${column} must be a text of 1 to ${longest} characters`;
      return '';
    }
    return this.scrubber.text(value, longest);
  }

  /** A finite number within the bounds, or null. */
  number(column: string, lowest = -Infinity, highest = Infinity): number | null {
    const value = this.item[column];
    if (value === undefined || value === null) {
      return null;
    }
    if (typeof value !== 'number' || !Number.isFinite(value) || value < lowest || value > highest) {
      const bounds =
        lowest === -Infinity ? '' : highest === Infinity ? `, not below ${lowest}` : ` from ${lowest} to ${highest}`;
      this.problem ??= `${column} must be a finite number${bounds}`;
      return null;
    }
    return value;
  }

  /** A number that must be there. */
  value(column: string): number {
    const value = this.number(column);
    if (value === null) {
      this.problem ??= `${column} must be a finite number`;
    }
    return value ?? 0;
  }

  /** One of `allowed`, or null. */
  oneOf<T extends string>(column: string, allowed: readonly T[]): T | null {
    const value = this.raw(column);
    const found = allowed.find((candidate) => candidate === value);
    if (value !== null && found === undefined) {
      this.problem ??= `${column} must be one of ${allowed.join(', ')}`;
    }
    return found ?? null;
  }

  /** A JSON object column; an empty one where there is none. */
  object(column: string): JsonObject {
    const value = this.item[column] ?? {};
    if (!isJsonObject(value)) {
      this.problem ??= `${column} must be an object`;
      return {};
    }
    return value;
  }

  /** Epoch milliseconds; undefined when there is none, NaN when it is unreadable. */
  time(column: string): number | undefined {
    const value = this.item[column];
    return value === undefined || value === null ? undefined : (parseTime(value) ?? NaN);
  }
}
