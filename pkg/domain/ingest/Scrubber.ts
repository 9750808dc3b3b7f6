import type { JsonObject } from './JsonObject';

/** Cleans what a request brings before anything of it is stored. */
export interface Scrubber {
  /** The text without secrets and persons, at most `longest` characters. */
  text(value: string, longest?: number): string;
  /** Cleans an object in place. Answers why it cannot be stored, if so. */
  attributes(value: JsonObject): string | undefined;
}
