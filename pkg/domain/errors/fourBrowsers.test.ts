import { judgeError } from './judgeError';
import { parseStack } from './stack/parseStack';

const app = 'https://shop.example/assets/app-3f2a1b9c.js';
const vendor = 'https://shop.example/assets/vendor-11aa22bb.js';

/** One bug, as Chrome and Edge, Firefox, and Safari tell it. */
const bugs: Record<string, { chrome: [message: string, stack: string]; firefox: [string, string]; safari: [string, string] }> = {
  'a property of nothing, in a click': {
    chrome: [
      "Cannot read properties of undefined (reading 'price')",
      `TypeError: Cannot read properties of undefined (reading 'price')\n    at Cart.total (${app}:10:5)\n    at HTMLButtonElement.onClick (${app}:20:9)`,
    ],
    firefox: ["can't access property \"price\", item is undefined", `total@${app}:10:5\nonClick@${app}:20:9\n`],
    safari: ["undefined is not an object (evaluating 'item.price')", `total@${app}:10:5\nonClick@${app}:20:9`],
  },
  'a callback of what is built in': {
    chrome: [
      'x is not a function',
      `TypeError: x is not a function\n    at ${app}:11:37\n    at Array.map (<anonymous>)\n    at Cart.prices (${app}:11:18)`,
    ],
    firefox: ['x is not a function', `prices/<@${app}:11:37\nprices@${app}:11:18\n`],
    safari: [
      "x is not a function. (In 'x()', 'x' is undefined)",
      `@${app}:11:37\nmap@[native code]\nprices@${app}:11:18`,
    ],
  },
  'through a library': {
    chrome: [
      'no',
      `Error: no\n    at new Cart (${app}:1:2)\n    at Object.render (${vendor}:5:6)\n    at async Shop.open (${app}:3:4)`,
    ],
    firefox: ['no', `Cart@${app}:1:2\nrender@${vendor}:5:6\nasync*open@${app}:3:4\n`],
    // Safari says nothing of what is behind an `await`.
    safari: ['no', `Cart@${app}:1:2\nrender@${vendor}:5:6\nasyncFunctionResume@[native code]`],
  },
  'a getter': {
    chrome: [
      'missing is not defined',
      `ReferenceError: missing is not defined\n    at Cart.get total [as total] (${app}:3:101)\n    at show (${app}:9:8)`,
    ],
    firefox: ['missing is not defined', `get total@${app}:3:101\nshow@${app}:9:8\n`],
    safari: ["Can't find variable: missing", `total@${app}:3:101\nshow@${app}:9:8`],
  },
  'code made at run time': {
    chrome: ['e', `Error: e\n    at evald (eval at run (${app}:12:84), <anonymous>:1:27)\n    at run (${app}:12:84)`],
    firefox: ['e', `evald@${app} line 12 > eval:1:27\nrun@${app}:12:84\n`],
    safari: ['e', `evald@\neval code@\neval@[native code]\nrun@${app}:12:84`],
  },
  'no stack at all': {
    chrome: ['Failed to fetch', ''],
    firefox: ['NetworkError when attempting to fetch resource.', ''],
    safari: ['Load failed', ''],
  },
  'something that is no JSON': {
    chrome: ['Unexpected token \'<\', "<!DOCTYPE "... is not valid JSON', ''],
    firefox: ['JSON.parse: unexpected character at line 1 column 1 of the JSON data', ''],
    safari: ["JSON Parse error: Unrecognized token '<'", ''],
  },
  'a constant that was assigned': {
    chrome: ['Assignment to constant variable.', ''],
    firefox: ["invalid assignment to const 'x'", ''],
    safari: ['Attempted to assign to readonly property.', ''],
  },
}; // prettier-ignore

describe('one bug', () => {
  it.each(Object.entries(bugs))('is one group in four browsers: %s', (_name, browsers) => {
    const type = /^(\w+Error): /.exec(browsers.chrome[1])?.[1] ?? 'TypeError';
    const groups = [browsers.chrome, browsers.chrome, browsers.firefox, browsers.safari].map(
      ([message, stack]) =>
        judgeError(
          {
            type, message, frames: parseStack(stack), fatal: false, handled: false, status: null,
            clientFingerprint: null, clientSeverity: null, pagePath: '/cart',
          }, // prettier-ignore
          false
        ).fingerprint
    );
    expect(new Set(groups).size).toBe(1);
  });

  it('of endless recursion has one class, although Firefox gives it another', () => {
    const judged = (type: string, message: string, stack: string) =>
      judgeError(
        {
          type, message, frames: parseStack(stack), fatal: false, handled: false, status: null,
          clientFingerprint: null, clientSeverity: null, pagePath: null,
        }, // prettier-ignore
        false
      ).fingerprint;
    const chrome = judged('RangeError', 'Maximum call stack size exceeded', `    at f (${app}:1:2)\n`.repeat(10));
    const firefox = judged('InternalError', 'too much recursion', `f@${app}:1:2\n`.repeat(100));
    expect(chrome).toBe(firefox);
  });

  it('is not another bug of the same page', () => {
    const fingerprints = Object.values(bugs).map(
      ({ chrome: [message, stack] }) =>
        judgeError(
          {
            type: 'Error', message, frames: parseStack(stack), fatal: false, handled: false, status: null,
            clientFingerprint: null, clientSeverity: null, pagePath: '/cart',
          }, // prettier-ignore
          false
        ).fingerprint
    );
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });
});
