import type { ErrorFacts, StackFrame } from './ErrorFacts';
import { foldMessage } from './foldMessage';
import { judgeError } from './judgeError';
import { parseStack } from './stack/parseStack';

const error: ErrorFacts = {
  type: 'TypeError', message: 'x is broken', frames: [], fatal: false, handled: false, status: null,
  clientFingerprint: null, clientSeverity: null, pagePath: '/cart',
}; // prettier-ignore
const frame = (name: string, file: string): StackFrame => ({
  function: name,
  file,
  module: '',
  line: 10,
  column: 5,
  inApp: null,
});
const severity = (change: Partial<ErrorFacts>, trusted = false) =>
  judgeError({ ...error, ...change }, trusted).severity;
const group = (change: Partial<ErrorFacts>) => judgeError({ ...error, ...change }, false).fingerprint;

describe('the severity of an error', () => {
  it.each([
    ['critical', 'it ended the app', { fatal: true }],
    ['high', 'nobody caught it', {}],
    ['medium', 'somebody caught it', { handled: true }],
    ['medium', 'the API answered 503', { status: 503 }],
    ['low', 'the API answered 404', { status: 404 }],
    ['low', 'it is a foreign script', { message: 'Script error.' }],
    ['low', 'it is an extension', { frames: [frame('f', 'chrome-extension://abc/x.js')] }],
    ['low', 'the request was aborted', { type: 'AbortError' }],
    ['low', 'the client says so', { clientSeverity: 'low', fatal: true }],
    ['high', 'a public key says critical', { clientSeverity: 'critical' }],
    ['high', 'the client says something else', { clientSeverity: 'terrible' }],
  ] as const)('is %s when %s', (expected, _, change) => {
    expect(severity(change)).toBe(expected);
  });

  it('is critical when a trusted client says so', () => {
    expect(severity({ clientSeverity: 'critical' }, true)).toBe('critical');
  });
});

describe('the fingerprint of an error', () => {
  const chrome = parseStack(
    'TypeError: x\n    at Cart.total (https://shop/assets/app-3f2a1b9c.js:10:5)\n    at async new Cart (https://shop/assets/app-3f2a1b9c.js:20:5)\n    at https://shop/assets/app-3f2a1b9c.js:30:5'
  );
  const firefox = parseStack(
    'total@https://shop/assets/app-77777777.js:10:7\nasync*Cart@https://shop/assets/app-77777777.js:20:9\n@https://shop/assets/app-77777777.js:30:1\n'
  );
  const safari = parseStack('total@https://shop/assets/app-3f2a1b9c.js?v=2:10:7\nasyncFunctionResume@[native code]');

  it('is one for one bug in three browsers and two deployments', () => {
    // Safari says nothing of what is behind an `await`.
    expect([chrome.length, firefox.length, safari.length]).toEqual([3, 3, 2]);
    const groups = [chrome, firefox, safari].map((frames) => group({ frames, message: String(Math.random()) }));
    expect(new Set(groups).size).toBe(1);
  });

  it('follows the cascade', () => {
    const own = frame('total', 'https://shop/app.js');
    const vendor = frame('render', 'https://shop/node_modules/react.js');
    const rule = (change: Partial<ErrorFacts>) => judgeError({ ...error, ...change }, false).fingerprintRule;
    expect(rule({ clientFingerprint: 'mine', frames: [own] })).toBe('client');
    expect(rule({ frames: [vendor, own] })).toBe('in_app_frames');
    expect(rule({ frames: [vendor] })).toBe('frames');
    expect(rule({})).toBe('message');
    expect(rule({ message: '' })).toBe('page');
    expect(group({ frames: [vendor, own] })).toBe(group({ frames: [own] }));
    expect(group({ message: '', pagePath: '/a' })).not.toBe(group({ message: '', pagePath: '/b' }));
  });

  it('puts the default where the client asks for it', () => {
    const frames = [frame('total', 'https://shop/app.js')];
    expect(group({ frames, clientFingerprint: '{{ default }}-eu' })).not.toBe(
      group({ frames, clientFingerprint: '-eu' })
    );
    expect(group({ frames, clientFingerprint: '{{ default }}' })).not.toBe(
      group({ frames: [], clientFingerprint: '{{ default }}' })
    );
  });

  it('folds recursion', () => {
    const one = frame('walk', 'https://shop/app.js');
    expect(group({ frames: Array.from({ length: 50 }, () => one) })).toBe(group({ frames: [one] }));
  });

  it.each([
    ["Cannot read properties of undefined (reading 'total')", 'can\'t access property "total", cart is undefined'],
    ["Cannot read property 'total' of undefined", "undefined is not an object (evaluating 'cart.total')"],
    ['total is not defined', "Can't find variable: total"],
    ['cart.total is not a function', "cart.total is not a function. (In 'cart.total()', 'cart.total' is undefined)"],
    ['Failed to fetch', 'NetworkError when attempting to fetch resource.'],
    ['Load failed', 'Failed to fetch'],
    ['order 17 of 2026-11-23T09:00:00Z failed', 'order 18 of 2026-11-24T10:11:12Z failed'],
    ['no user 6f9619ff-8b86-4d01-b42d-00cf4fc964ff', 'no user 00000000-8b86-4d01-b42d-00cf4fc964ff'],
    ['GET https://api.example/v1/orders/17/items?x=1 failed', 'GET https://api.example/v1/orders/18/items?x=2 failed'],
  ])('folds %j and %j into one message', (a, b) => {
    expect(foldMessage(a)).toBe(foldMessage(b));
  });

  it('keeps different messages apart', () => {
    expect(foldMessage('cart is empty')).not.toBe(foldMessage('cart is full'));
  });
});

describe('the stack of an error', () => {
  it('is one text for all browsers, without queries', () => {
    const { stack } = judgeError(
      { ...error, frames: [frame('total', 'https://shop/app.js?token=x'), frame('?', '')] },
      false
    );
    expect(stack).toBe('TypeError: x is broken\n    at total (https://shop/app.js:10:5)\n    at <anonymous> (:10:5)');
  });

  it('is null without frames', () => {
    expect(judgeError(error, false).stack).toBeNull();
  });

  it.each([
    'at '.repeat(20_000),
    '@'.repeat(50_000),
    `    at ${'('.repeat(900)}`,
    `    at ${'a ('.repeat(300)}`,
    'a'.repeat(999),
  ])('is parsed in linear time (%#)', (text) => {
    const started = process.cpuUsage();
    parseStack(text.repeat(3));
    foldMessage(text);
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });
});
