import type { LogFormat } from './LogLine';

/** One JSON object a line: `time`, `level`, `name`, `message`, then the fields. */
export const jsonFormat: LogFormat = ({ level, message, at, name, fields }) => {
  const reserved = new Set(['time', 'level', 'name', 'message']);
  return JSON.stringify({
    time: new Date(at).toISOString(),
    level,
    ...(name === '' ? {} : { name }),
    message,
    // fromEntries defines properties, so that a field called __proto__ is a field like any other.
    ...Object.fromEntries(fields.map(([key, value]) => [reserved.has(key) ? `${key}_` : key, value])),
  });
};
