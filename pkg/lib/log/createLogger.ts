import type { Clock } from '../Clock';
import type { LogFields, Logger } from '../Logger';
import { clipText } from './clipText';
import { describeCause } from './describeCause';
import { loggable } from './loggable';
import { logLevels, type LogFormat, type LogLevel } from './LogLine';

/** Whoever reads our lines may take those of 64 KiB and more apart; some room is left for the line feed. */
const longestLine = 65_000;

/** How long a single text may be, longest first: tried in turn until the line fits. */
const textLimits = [16_384, 4_096, 1_024, 256, 64];

export interface LoggerOptions {
  clock: Clock;
  format: LogFormat;
  /** Takes a whole line, line feed included. */
  write: (line: string) => void;
  /** Lines below it are left out. */
  level?: LogLevel;
  name?: string;
}

/** A logger whose every call writes one line of less than 64 KiB, whatever it is given, and never throws. */
export function createLogger(options: LoggerOptions): Logger {
  const { clock, format, write, level: least = 'info', name = '' } = options;

  const emit = (level: LogLevel, message: unknown, fields: Readonly<Record<string, unknown>>): void => {
    if (logLevels.indexOf(level) < logLevels.indexOf(least)) {
      return;
    }
    const at = clock.now();
    const entries = entriesOf(fields);
    for (const limit of textLimits) {
      const line = format({
        level,
        message: String(loggable(message, limit)),
        at,
        name: clipText(name, 128),
        fields: entries.map(([key, value]) => [clipText(key, 128), loggable(value, limit)] as const),
      });
      if (Buffer.byteLength(line) <= longestLine) {
        write(`${line}\n`);
        return;
      }
    }
    const fields_left_out = entries.length;
    const line = format({
      level,
      message: String(loggable(message, 1024)),
      at,
      name: '',
      fields: [['fields_left_out', fields_left_out]],
    });
    write(`${line}\n`);
  };

  return {
    debug: (message: string, fields: LogFields = {}) => emit('debug', message, fields),
    info: (message: string, fields: LogFields = {}) => emit('info', message, fields),
    warn: (message: string, fields: LogFields = {}) => emit('warn', message, fields),
    error: (message: string, cause?: unknown, fields: LogFields = {}) =>
      emit('error', message, cause === undefined ? fields : { ...fields, ...describeCause(cause) }),
    named: (child) => createLogger({ ...options, name: name === '' ? child : `${name}.${child}` }),
  };
}

/** Own fields with a value; a getter that throws costs its field only. */
function entriesOf(fields: Readonly<Record<string, unknown>>): Array<[string, unknown]> {
  const entries: Array<[string, unknown]> = [];
  for (const key of Object.keys(fields ?? {})) {
    try {
      if (fields[key] !== undefined) {
        entries.push([key, fields[key]]);
      }
    } catch {
      entries.push([key, '(unreadable)']);
    }
  }
  return entries;
}
