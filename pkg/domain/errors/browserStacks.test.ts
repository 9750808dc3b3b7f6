import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeError } from './judgeError';
import { parseStack } from './stack/parseStack';

const app = 'https://shop.example/assets/app-3f2a1b9c.js';

interface WrittenStack {
  message: string;
  lines: string[];
  /** `function file line column` of each frame. */
  frames: string[];
}
interface Bug {
  name: string;
  type: string;
  browsers: Record<'chrome' | 'firefox' | 'safari', WrittenStack>;
}

const bugs = readBugs(readFileSync(join(__dirname, 'fixtures', 'browserStacks.txt'), 'utf8'));
const browsers = ['chrome', 'edge', 'firefox', 'safari'] as const;
const stackOf = (bug: Bug, browser: (typeof browsers)[number]) => bug.browsers[browser === 'edge' ? 'chrome' : browser];
const textOf = ({ type }: Bug, browser: string, { message, lines }: WrittenStack) =>
  [...(browser === 'chrome' || browser === 'edge' ? [`${type}: ${message}`] : []), ...lines].join('\n');

describe('stacks of real browsers', () => {
  it('are many, and of every browser', () => {
    expect(bugs.length).toBeGreaterThanOrEqual(38);
    expect(bugs.flatMap((bug) => browsers.flatMap((browser) => stackOf(bug, browser).frames)).length).toBeGreaterThan(
      350
    );
  });

  it.each(browsers)('of %s are read with function, file, line and column of 99 %% of their frames', (browser) => {
    const wrong: string[] = [];
    let count = 0;
    for (const bug of bugs) {
      const written = stackOf(bug, browser);
      const read = parseStack(textOf(bug, browser, written)).map(
        (frame) => `${frame.function || '-'} ${frame.file || '-'} ${frame.line ?? '-'} ${frame.column ?? '-'}`
      );
      count += written.frames.length;
      for (let index = 0; index < Math.max(read.length, written.frames.length); index += 1) {
        if (read[index] !== written.frames[index]) {
          wrong.push(`${bug.name}: ${read[index] ?? 'nothing'} in place of ${written.frames[index] ?? 'nothing'}`);
        }
      }
    }
    // Listed rather than counted alone, so that a miss says what it is.
    expect(wrong.slice(0, Math.max(0, wrong.length - Math.floor(count * 0.01)))).toEqual([]);
  });

  it.each(bugs.map((bug) => [bug.name, bug] as const))('of one bug are one group: %s', (_name, bug) => {
    const fingerprints = browsers.map((browser) => fingerprintOf(bug, browser));
    expect(new Set(fingerprints).size).toBe(1);
  });

  it('of different bugs are different groups', () => {
    expect(new Set(bugs.map((bug) => fingerprintOf(bug, 'chrome'))).size).toBe(bugs.length);
  });
});

function fingerprintOf(bug: Bug, browser: (typeof browsers)[number]): string {
  const written = stackOf(bug, browser);
  const facts = {
    type: bug.type, message: written.message, frames: parseStack(textOf(bug, browser, written)), fatal: false,
    handled: false, status: null, clientFingerprint: null, clientSeverity: null, pagePath: '/cart',
  }; // prettier-ignore
  return judgeError(facts, false).fingerprint;
}

function readBugs(text: string): Bug[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.trimEnd().split('\n');
      const [name = '', type = ''] = title.split(' | ');
      return {
        name,
        type,
        browsers: {
          chrome: stackIn(lines, 'chrome'),
          firefox: stackIn(lines, 'firefox'),
          safari: stackIn(lines, 'safari'),
        },
      };
    });
}

function stackIn(lines: readonly string[], browser: string): WrittenStack {
  const start = lines.findIndex((line) => line.startsWith(`${browser} `));
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^(?:chrome|firefox|safari) /.test(line));
  const rows = (end === -1 ? rest : rest.slice(0, end)).map((row) => row.replaceAll('APP', app).split(' => '));
  return {
    message: (lines[start] ?? '').slice(browser.length + 1),
    lines: rows.map(([line = '']) => line),
    frames: rows.flatMap(([, frame = 'none']) => (frame === 'none' ? [] : [frame])),
  };
}
