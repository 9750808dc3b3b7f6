import { isJsonObject, textAt } from '../JsonObject';
import type { Frame } from '../Judgement';
import type { Scrubber } from '../Scrubber';

const mostFrames = 100;
const longestName = 500;
const longestFile = 1000;

/** Frames of a Faro stack trace, cleaned; what is no frame is left out. Files repeat within a stack: cleaned once. */
export function readFrames(list: unknown, scrubber: Scrubber): Frame[] {
  if (!Array.isArray(list)) {
    return [];
  }
  const files = new Map<string, string>();
  const clean = (file: string): string => {
    let text = files.get(file);
    if (text === undefined) {
      // The query goes first: it may carry what no pattern knows.
      text = scrubber.text(file.replace(/[?#].*$/s, ''), longestFile);
      files.set(file, text);
    }
    return text;
  };
  const frames: Frame[] = [];
  for (const frame of list.slice(0, mostFrames) as unknown[]) {
    if (isJsonObject(frame)) {
      frames.push({
        function: scrubber.text(textAt(frame, 'function') ?? '', longestName),
        file: clean(textAt(frame, 'filename') ?? ''),
        module: clean(textAt(frame, 'module') ?? ''),
        line: position(frame.lineno),
        column: position(frame.colno),
        inApp: typeof frame.in_app === 'boolean' ? frame.in_app : null,
      });
    }
  }
  return frames;
}

function position(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}
