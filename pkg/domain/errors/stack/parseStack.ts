import type { StackFrame } from '../ErrorFacts';
import { readChromeLine } from './readChromeLine';
import { readGeckoLine } from './readGeckoLine';

const mostFrames = 100;
const mostLines = 400;
const longestLine = 2000;

/**
 * Frames of a stack that came as text, innermost first: of Chrome, Edge, Opera, Node, Firefox or Safari. Lines that are
 * none, such as those of the message, are left out. Takes time linear in the length of the text.
 */
export function parseStack(stack: string): StackFrame[] {
  const lines = stack.split('\n', mostLines).filter((line) => line.length <= longestLine);
  const chrome = framesIn(lines, readChromeLine);
  // A stack is of one browser: in one of Chrome, what reads like Firefox belongs to the message.
  return chrome.length > 0 ? chrome : framesIn(lines, readGeckoLine);
}

function framesIn(lines: readonly string[], read: (line: string) => StackFrame | undefined): StackFrame[] {
  const frames: StackFrame[] = [];
  for (const line of lines) {
    const frame = read(line.endsWith('\r') ? line.slice(0, -1) : line);
    if (frame !== undefined && frames.push(frame) === mostFrames) {
      break;
    }
  }
  return frames;
}
