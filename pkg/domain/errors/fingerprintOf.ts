import { hash } from 'node:crypto';
import type { ErrorFacts } from './ErrorFacts';
import { foldFrames, isInApp } from './foldFrame';
import { foldMessage } from './foldMessage';
import { framesInSync } from './framesInSync';

/** Which step of the cascade grouped an error. */
export type FingerprintRule = 'client' | 'in_app_frames' | 'frames' | 'message' | 'page';

export interface Fingerprint {
  /** 32 hexadecimal digits. */
  fingerprint: string;
  rule: FingerprintRule;
}

const mostFrames = 20;
const defaultPlaceholder = /\{\{ ?default ?\}\}/g;

/**
 * Groups errors as a person would, by the first that applies: what the client says; the app's own frames; all frames;
 * the folded message; the page. The same bug gives the same fingerprint in every browser.
 */
export function fingerprintOf(error: ErrorFacts): Fingerprint {
  const client = error.clientFingerprint?.trim() ?? '';
  if (client === '') {
    return defaultFingerprint(error);
  }
  const text = client.replace(defaultPlaceholder, () => defaultFingerprint(error).fingerprint);
  return { fingerprint: digest('client', text), rule: 'client' };
}

function defaultFingerprint(error: ErrorFacts): Fingerprint {
  const type = foldType(error);
  const frames = framesInSync(error.frames);
  const own = foldFrames(frames.filter(isInApp), mostFrames);
  if (own.length > 0 && own.some(saysSomething)) {
    return { fingerprint: digest('frames', type, ...own), rule: 'in_app_frames' };
  }
  const all = foldFrames(frames, mostFrames);
  if (all.some(saysSomething)) {
    return { fingerprint: digest('frames', type, ...all), rule: 'frames' };
  }
  const message = foldMessage(error.message);
  if (message !== '') {
    return { fingerprint: digest('message', type, message), rule: 'message' };
  }
  return { fingerprint: digest('page', type, error.pagePath ?? ''), rule: 'page' };
}

/** Firefox alone calls endless recursion an InternalError. */
function foldType({ type, message }: ErrorFacts): string {
  const bare = type.replace(/^uncaught /i, '');
  return bare === 'InternalError' && /too much recursion/i.test(message) ? 'RangeError' : bare;
}

/** `?@` is a frame of which neither function nor file is known. */
function saysSomething(frame: string): boolean {
  return frame !== '?@' && frame !== '?@<anonymous>';
}

function digest(...parts: readonly string[]): string {
  return hash('sha256', parts.join('\n'), 'hex').slice(0, 32);
}
