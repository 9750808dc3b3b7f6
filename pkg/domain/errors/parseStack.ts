import type { StackFrame } from './ErrorFacts';

const mostLines = 100;
const longestLine = 1000;
/** Chrome, Edge, Node: `    at async Cart.total (https://shop/app.js:10:5)`, `    at https://shop/app.js:10:5`. */
const chrome = /^\s*at (?:(.{1,400}?) \()?((?:[^\s()]|\([^\s()]{0,100}\)){1,800}?)(?::(\d{1,9}))?(?::(\d{1,9}))?\)?$/;
/** Firefox, Safari: `total@https://shop/app.js:10:5`. */
const gecko = /^([^@]{0,400})@(\S{0,800}?)(?::(\d{1,9}))?(?::(\d{1,9}))?$/;

/** Frames of a stack that came as text, innermost first; lines that are none are left out. */
export function parseStack(stack: string): StackFrame[] {
  const frames: StackFrame[] = [];
  for (const line of stack.split('\n', mostLines)) {
    const match = line.length > longestLine ? null : (chrome.exec(line) ?? gecko.exec(line));
    if (match !== null) {
      const [, name = '', file = '', lineNumber, column] = match;
      frames.push({
        function: name,
        file,
        module: '',
        line: lineNumber === undefined ? null : Number(lineNumber),
        column: column === undefined ? null : Number(column),
        inApp: null,
      });
    }
  }
  return frames;
}
