import type { StackFrame } from '../ErrorFacts';
import { splitLocation } from './splitLocation';

/** Characters of a name or a file that are kept. */
const longestName = 500;
const longestFile = 1000;
/** Opera before it was Chrome, and old Firefox, write arguments behind the name. */
const written = /\((?:\[arguments not available\]|[^()]*)\)$/;

/** A frame of its two halves as they were spelled. */
export function frameAt(name: string, place: string): StackFrame {
  const { file, line, column, evaluated } = splitLocation(place);
  return {
    function: name.trim().replace(written, '').slice(0, longestName),
    file: file.slice(0, longestFile),
    module: '',
    line,
    column,
    inApp: evaluated ? false : null,
  };
}
