import { rememberAnswers } from '../../lib/rememberAnswers';
import type { StackFrame } from './ErrorFacts';
import { withoutQuery } from './withoutQuery';

const unnamed = '?';
const anonymousNames = new Set([
  '', '?', '<anonymous>', 'anonymous', '(anonymous)', 'anonymous function', '(anonymous function)', 'global code',
  'module code', 'eval code', 'eval', 'window', '[native code]', 'default', '<static_initializer>',
  '<instance_members_initializer>',
]); // prettier-ignore
const prefixes = /^(?:[a-z][\w. ]{0,60}\*|(?:async|new|get|set|bound) )+/i;
const alias = / \[as [^\]]*\]$/;
/** Hexadecimal, or with a digit; of exactly eight letters also those of mixed case (Rollup writes `index-DiwrgTda.js`). */
const contentHash =
  /[.\-_](?:[0-9a-f]{6,40}|(?=[\w-]{0,19}\d)[A-Za-z0-9_-]{8,20}|(?=[A-Z]?[a-z]{1,6}[A-Z])[A-Za-z]{8})(?=(?:\.(?:chunk|bundle|min))?\.[cm]?jsx?$)/;
const vendor = /node_modules\/|(?:^|[/~_.-])vendors?[~./-]|webpack\/(?:bootstrap|runtime)|-extension:\/\/|^webkit-masked-url:|^user-script:|^(?:chrome|resource):\/\/|(?:^|\/)polyfills?[./-]|\/@vite\/|^native |^\[native|^\[wasm|^wasm:|\.wasm$|^node:|^self-hosted:|^debugger eval code$/i; // prettier-ignore

/**
 * A function's name as all browsers spell it: only the last name (Chrome says `Cart.total` where Firefox says `total`),
 * without `async`, `new` and aliases; closures (`<anonymous>`, Firefox's `total/<`) have no name.
 */
export const foldFunction = rememberAnswers((name): string => {
  const bare = name.trim().replace(alias, '').replace(prefixes, '');
  if (bare.endsWith('<') || anonymousNames.has(bare.toLowerCase())) {
    return unnamed;
  }
  const last = bare
    .slice(Math.max(bare.lastIndexOf('.'), bare.lastIndexOf('/')) + 1)
    .replace(/\(.*$/, '')
    .replace(prefixes, '');
  return anonymousNames.has(last.toLowerCase()) ? unnamed : last;
});

/** A module's path without origin, query, fragment and content hash: the same in every deployment. */
export const foldModule = rememberAnswers((file): string => {
  if (/^(?:blob|data):/i.test(file)) {
    // Made anew with every page view.
    return file.slice(0, file.indexOf(':'));
  }
  const path = file.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/i, '').replace(/^webpack:\/*/i, '/');
  return withoutQuery(path).replace(contentHash, '');
});

const isVendor = rememberAnswers((file) => vendor.test(file));

/** Whether a frame is the app's own code, by the client's word or by its file. */
export function isInApp(frame: StackFrame): boolean {
  return !isVendor(frame.file) && (frame.inApp ?? (frame.file !== '' && frame.file !== '<anonymous>'));
}

/** At most `most` frames as `function@module`; a run of the same frame (recursion) counts once. */
export function foldFrames(frames: readonly StackFrame[], most: number): string[] {
  const folded: string[] = [];
  for (const frame of frames) {
    if (folded.length === most) {
      break;
    }
    const text = `${foldFunction(frame.function)}@${foldModule(frame.file === '' ? frame.module : frame.file)}`;
    if (text !== folded.at(-1)) {
      folded.push(text);
    }
  }
  return folded;
}
