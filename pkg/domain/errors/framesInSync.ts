import type { StackFrame } from './ErrorFacts';
import { isInApp } from './foldFrame';

/** Chrome: `async Cart.pay`. Firefox: `async*pay`, `promise callback*load`, `setTimeout handler*tick`, and others. */
const behind = /^(?:async |[a-z][\w. ]{0,60}\*)/i;

/**
 * The frames that ran in one go, without those behind an `await`, a timer or a listener: Safari reports none of these,
 * Chrome some, Firefox most. All frames where nothing of the app's own would be left.
 */
export function framesInSync(frames: readonly StackFrame[]): readonly StackFrame[] {
  const end = frames.findIndex(({ function: name }) => behind.test(name));
  const first = end === -1 ? frames : frames.slice(0, end);
  return first.some(isInApp) ? first : frames;
}
