import type { StackFrame } from './ErrorFacts';
import { withoutQuery } from './withoutQuery';

const mostFrames = 100;
const longest = 65_536;

/**
 * A stack as text, one spelling for all browsers: the error's line, then `    at function (file:line:column)`. Files
 * lose query and fragment, where tokens hide. Null without frames.
 */
export function stackTextOf(type: string, message: string, frames: readonly StackFrame[]): string | null {
  if (frames.length === 0) {
    return null;
  }
  let text = type === '' ? message : `${type}: ${message}`;
  for (const frame of frames.slice(0, mostFrames)) {
    const name = frame.function === '' || frame.function === '?' ? '<anonymous>' : frame.function;
    const line = frame.line === null ? '' : `:${frame.line}`;
    const column = frame.line === null || frame.column === null ? '' : `:${frame.column}`;
    const file = withoutQuery(frame.file === '' ? frame.module : frame.file);
    text += `\n    at ${name} (${file}${line}${column})`;
  }
  return text.length <= longest ? text : text.slice(0, longest);
}
