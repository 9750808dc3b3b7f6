import fc from 'fast-check';
import { parseStack } from './parseStack';

const app = 'https://shop.example/assets/app-3f2a1b9c.js';
/** `function file line column`, with `-` for what is not known. */
const read = (stack: string) =>
  parseStack(stack).map(
    ({ function: name, file, line, column }) => `${name || '-'} ${file || '-'} ${line ?? '-'} ${column ?? '-'}`
  );

/** Lines as the browsers write them, those of Chrome taken from Chromium and Node. */
const lines: ReadonlyArray<[from: string, line: string, frame: string]> = [
  ['Chrome, a method', `    at Cart.total (${app}:10:5)`, `Cart.total ${app} 10 5`],
  ['Chrome, a query in the address', `    at total (${app}?v=1:10:5)`, `total ${app}?v=1 10 5`],
  ['Chrome, nameless', `    at ${app}:10:5`, `- ${app} 10 5`],
  ['Chrome, nameless and awaited', `    at async ${app}:10:5`, `async <anonymous> ${app} 10 5`],
  ['Chrome, awaited', `    at async Cart.pay (${app}:10:5)`, `async Cart.pay ${app} 10 5`],
  ['Chrome, a constructor', `    at new Cart (${app}:10:5)`, `new Cart ${app} 10 5`],
  ['Chrome, a private method', `    at #secret (${app}:3:32)`, `#secret ${app} 3 32`],
  ['Chrome, a getter', `    at get total [as total] (${app}:3:32)`, `get total [as total] ${app} 3 32`],
  ['Chrome, an odd name', `    at a b@c (${app}:4:186)`, `a b@c ${app} 4 186`],
  ['Chrome, built in', '    at Array.map (<anonymous>)', 'Array.map - - -'],
  ['Chrome, long ago', '    at Array.forEach (native)', 'Array.forEach - - -'],
  ['Chrome, all promises', '    at async Promise.all (index 0)', 'async Promise.all - - -'],
  ['Chrome, eval', `    at evald (eval at evalFn (${app}:12:84), <anonymous>:1:27)`, `evald ${app} 12 84`],
  ['Chrome, eval in eval', `    at eval (eval at <anonymous> (eval at nested (${app}:12:157)), <anonymous>:1:1)`, `eval ${app} 12 157`],
  ['Chrome, WebAssembly', '    at wasm://wasm/e30a2672:wasm-function[0]:0x1e', '- wasm://wasm/e30a2672 - -'],
  ['Chrome, brackets in a path', '    at total (https://shop.example/(shop)/[id]/page.js:20:16)', 'total https://shop.example/(shop)/[id]/page.js 20 16'],
  ['Chrome, an extension', '    at f (chrome-extension://abc/x.js:1:2)', 'f chrome-extension://abc/x.js 1 2'],
  ['Chrome, webpack', '    at eval (webpack-internal:///./src/cart.js:5:1)', 'eval webpack-internal:///./src/cart.js 5 1'],
  ['Chrome, a blob', '    at blob:https://shop.example/6f9619ff-8b86-4d01:1:2', '- blob:https://shop.example/6f9619ff-8b86-4d01 1 2'],
  ['Edge, long ago', '   at Anonymous function (https://shop.example/a.js:47:21)', 'Anonymous function https://shop.example/a.js 47 21'],
  ['Node', '    at Object.<anonymous> (/srv/my app/index.js:2:9)', 'Object.<anonymous> /srv/my app/index.js 2 9'],
  ['Node, within', '    at node:internal/main/run_main_module:17:11', '- node:internal/main/run_main_module 17 11'],
  ['Node on Windows', String.raw`    at total (C:\srv\shop\cart.js:10:5)`, String.raw`total C:\srv\shop\cart.js 10 5`],
  ['Hermes', '    at value (address at index.android.bundle:1:32776)', 'value index.android.bundle 1 32776'],
  ['Firefox', `total@${app}:10:5`, `total ${app} 10 5`],
  ['Firefox, nameless', `@${app}:10:5`, `- ${app} 10 5`],
  ['Firefox, a closure', `total/<@${app}:10:5`, `total/< ${app} 10 5`],
  ['Firefox, awaited', `async*pay@${app}:10:5`, `async*pay ${app} 10 5`],
  ['Firefox, after a promise', `promise callback*pay@${app}:10:5`, `promise callback*pay ${app} 10 5`],
  ['Firefox, eval', `evald@${app} line 12 > eval:1:27`, `evald ${app} 12 -`],
  ['Firefox, eval in eval', `@${app} line 12 > eval line 1 > eval:1:1`, `- ${app} 12 -`],
  ['Firefox, Function', `anonymous@${app} line 3 > Function:1:9`, `anonymous ${app} 3 -`],
  ['Firefox, a scoped package', 'who@https://cdn.example/@scope/x.js:3:9', 'who https://cdn.example/@scope/x.js 3 9'],
  ['Firefox, an odd name', 'obj["@who"]@https://cdn.example/@scope/x.js:4:9', 'obj["@who"] https://cdn.example/@scope/x.js 4 9'],
  ['Firefox, an extension', 'f@moz-extension://abc/x.js:1:2', 'f moz-extension://abc/x.js 1 2'],
  ['Firefox, itself', 'map@self-hosted:12:3', 'map self-hosted 12 3'],
  ['Safari', `total@${app}:10:5`, `total ${app} 10 5`],
  ['Safari, nameless', `${app}:47:22`, `- ${app} 47 22`],
  ['Safari, top level', `global code@${app}:33:18`, `global code ${app} 33 18`],
  ['Safari, built in', 'forEach@[native code]', 'forEach [native code] - -'],
  ['Safari, built in and nameless', '[native code]', '- [native code] - -'],
  ['Safari, eval', 'eval code@', 'eval code - - -'],
  ['React Native', 'value@index.android.bundle:12:1917', 'value index.android.bundle 12 1917'],
]; // prettier-ignore

describe('the frames of a stack', () => {
  it.each(lines)('are read as %s writes them', (_from, line, frame) => {
    expect(read(line)).toEqual([frame]);
    expect(read(`Error: x\n${line}\r\n`)).toEqual([frame]);
  });

  it('are those of the stack, whatever the message looks like', () => {
    const message = 'Error: at first (nothing)\n   at second line:1\nfoo@bar\nmail to ada@example.com:25';
    expect(read(`${message}\n    at total (${app}:1:2)`)).toEqual([`total ${app} 1 2`]);
    expect(read('Error: mail to ada@example.com:25 failed')).toEqual([]);
    expect(read('Error: the order of ada@example.com')).toEqual([]);
  });

  it('know what was made at run time', () => {
    const frames = parseStack(`    at f (eval at g (${app}:1:2), <anonymous>:1:1)\n    at g (${app}:1:2)`);
    expect(frames.map(({ inApp }) => inApp)).toEqual([false, null]);
  });

  it('do not take a port for a line', () => {
    expect(read('total@https://shop.example:8080')).toEqual(['total https://shop.example:8080 - -']);
  });

  it.each(['', '\n\n', 'no stack at all', 'at', '    at ', '@', '(((', '    at (', ')', '    at )', '    at f ()'])(
    'of %j are few and no trouble',
    (stack) => {
      expect(parseStack(stack).length).toBeLessThanOrEqual(1);
    }
  );

  it('are 100 at most', () => {
    expect(parseStack(`    at f (${app}:1:2)\n`.repeat(1000))).toHaveLength(100);
  });

  it('come out for any text, with lines and columns that are numbers', () => {
    const part = fc.constantFrom(
      '    at ',
      'f',
      ' (',
      ')',
      '@',
      app,
      ':1',
      ':2',
      '\n',
      'eval at ',
      ' line 3 > eval',
      '<anonymous>',
      ', ',
      ' '
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''))
    );
    fc.assert(
      fc.property(text, (stack) => {
        for (const { line, column, file, function: name } of parseStack(stack)) {
          expect(line === null || Number.isSafeInteger(line)).toBe(true);
          expect(column === null || Number.isSafeInteger(column)).toBe(true);
          expect(file.length + name.length).toBeLessThanOrEqual(1500);
        }
      }),
      { numRuns: 500 }
    );
  });

  it.each([
    `    at ${'('.repeat(1900)}`,
    `    at ${'a ('.repeat(600)}`,
    `    at f (${'eval at a ('.repeat(150)}`,
    `f@${'x line 3 > eval'.repeat(120)}`,
    `${'@'.repeat(1900)}:1:2`,
    `${'a@'.repeat(900)}:1`,
    ` ${'line 1 > eval '.repeat(130)}`,
    `    at f (${':1'.repeat(900)})`,
  ])('of hostile lines take no time (%#)', (line) => {
    const started = process.cpuUsage();
    parseStack(`${line}\n`.repeat(400));
    expect(process.cpuUsage(started).user).toBeLessThan(1_500_000);
  });
});
