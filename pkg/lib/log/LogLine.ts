import type { Loggable } from './loggable';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A line before it is spelled. All texts are clipped and well-formed; field names are as the caller gave them. */
export interface LogLine {
  level: LogLevel;
  message: string;
  /** Epoch milliseconds. */
  at: number;
  /** Dotted name of who speaks, maybe empty. */
  name: string;
  fields: ReadonlyArray<readonly [key: string, value: Loggable]>;
}

/** Spells a line as JSON text without its line feed. */
export type LogFormat = (line: LogLine) => string;
