import fc from 'fast-check';
import { createScrubber } from './createScrubber';
import { createLiteralRedactor, mentionsPerson } from './personalLiterals';
import { redactText } from './redactText';
import { isSensitiveKey } from './sensitiveKeys';

describe('redaction of a text', () => {
  it.each([
    ['mail me at jane.doe+x@shop.example now', 'mail me at [email] now'],
    ['/users/jane%40shop.example/orders', '/users/[email]/orders'],
    ['card 4111 1111 1111 1111, thanks', 'card [card], thanks'],
    ['order 12 5500-0000-0000-0004', 'order 12 [card]'],
    ['378282246310005', '[card]'],
    ['pay to DE89 3704 0044 0532 0130 00 please', 'pay to [iban] please'],
    ['GB82WEST12345698765432', '[iban]'],
    ['from 203.0.113.7:8080', 'from [ip]:8080'],
    ['from 2001:db8::8a2e:370:7334.', 'from [ip].'],
    ['http://203.0.113.7/x', 'http://[ip]/x'],
    ['nic 00:1A:2b:3c:4d:5e', 'nic [mac]'],
    ['ssn 123-45-6789', 'ssn [ssn]'],
    ['https://user:pass@shop.example/x', 'https://[redacted]@shop.example/x'],
    ['?token=abc&page=2', '?token=[redacted]&page=2'],
    ['{"password":"hunter2","a":1}', '{"password":"[redacted]","a":1}'],
    ['Authorization: Bearer abcdefgh.1234', 'Authorization: [redacted] [redacted]'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----!', '[key]!'],
    ['-----BEGIN PRIVATE KEY-----\nMIIE', '[key]'],
    ['a\0b\ud800c', 'ab\ufffdc'],
  ])('makes %j into %j', (text, clean) => {
    expect(redactText(text)).toBe(clean);
  });

  it.each([
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
    'http://127.0.0.1:8027/collect and http://192.168.1.5:3000/app.js',
    'author=jane', 'order 4111111111111112', 'std::vector at 12:30:45', '2026-11-23T09:00:00.123Z', '88.12.1',
    'https://shop.example/assets/app-3f2a1b9c.js:10:5', '@grafana/faro-web-sdk:instrumentation-web-vitals',
    'v5-1795424400000-3000000000000', 'node_modules/react@18.2.0/index.js', '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
    "Unexpected token ':'", 'DE00 3704 0044 0532 0130 00', 'Größe: 12 €, 😀',
  ])('leaves %j alone', (text) => {
    expect(redactText(text)).toBe(text);
  }); // prettier-ignore

  it.each([
    'a'.repeat(200_000), '1 '.repeat(100_000), '@'.repeat(200_000), 'a@'.repeat(100_000), ':'.repeat(200_000),
    '1.'.repeat(100_000), '-'.repeat(200_000), 'x=:'.repeat(70_000), '://:'.repeat(50_000), 'password='.repeat(20_000),
    '-----BEGIN '.repeat(20_000), 'DE89 '.repeat(40_000), 'bearer '.repeat(30_000), 'eyJ'.repeat(60_000),
    'ab:'.repeat(60_000), '%40'.repeat(60_000), "token'''   ".repeat(20_000), '12-'.repeat(60_000),
  ])('is linear in the length of text %#', (text) => {
    const started = process.cpuUsage();
    redactText(text);
    const { user } = process.cpuUsage(started);
    // 200,000 characters; a quadratic pattern would need minutes.
    expect(user).toBeLessThan(2_000_000);
  }); // prettier-ignore

  it('never throws, and finds nothing more the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const once = redactText(text);
        expect(once).not.toMatch(/\0|\p{Cs}/u);
        expect(typeof redactText(once)).toBe('string');
      })
    );
  });
});

describe('keys that hide their value', () => {
  it.each([
    'password',
    'userPassword',
    'X-Api-Key',
    'apikey',
    'auth',
    'authToken',
    'csrftoken',
    'MYSQL_PWD',
    'private_key',
    'user.email',
    'client_secret',
  ])('hides %s', (key) => expect(isSensitiveKey(key)).toBe(true));
  it.each(['author', 'authored_by', 'tokenizer', 'keyboard', 'name', 'secretary', 'passenger', 'id'])(
    'shows %s',
    (key) => expect(isSensitiveKey(key)).toBe(false)
  );
});

describe('the scrubber', () => {
  const scrubber = createScrubber();

  it('cleans keys and values in place, at any depth, in lists too', () => {
    const value = JSON.parse(
      '{"a":{"b":["jane@shop.example",4111111111111111,1e999]},"token":{"x":1},"jane@shop.example":1,"__proto__":{"bad":1}}'
    );
    expect(scrubber.attributes(value)).toBeUndefined();
    expect(value).toEqual({ a: { b: ['[email]', '[card]', null] }, token: '[redacted]', '[email]': '[redacted]' });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('says what cannot be stored', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
    expect(scrubber.attributes(deep)).toContain('deeper');
    expect(scrubber.attributes({ a: Array.from({ length: 20_000 }, () => 'text') })).toContain('larger');
  });

  it('cuts after it has cleaned, so that half an address does not stay', () => {
    expect(scrubber.text('x'.repeat(95) + ' jane@shop.example', 100)).toBe('x'.repeat(95) + ' [ema');
  });

  it('replaces what the request says of its person, in any case and encoding', () => {
    const { text } = createScrubber(createLiteralRedactor(['Jane Doe', 'cust-0815', '7']));
    expect(text('JANE DOE saw /u/Jane%20Doe of cust-0815x 17 7')).toBe('[person] saw /u/[person] of [person]x 17 7');
    expect(text('7')).toBe('[person]');
  });

  it('looks for a person only where the body names them again', () => {
    const own = JSON.stringify(['jane-1']);
    expect(mentionsPerson(`{"id":"jane-1"}`, own, ['jane-1'])).toBe(false);
    expect(mentionsPerson(`{"id":"jane-1","a":"JANE-1"}`, own, ['jane-1'])).toBe(true);
    expect(mentionsPerson(`{"id":"jane-1","a":"j\\u0061ne-1"}`, own, ['jane-1'])).toBe(true);
  });

  it('is not looked for where a person is named by spaces or nothing', () => {
    const own = '{"id":"jane-1","email":" "}';
    expect(mentionsPerson(`{"user":${own},"a":"jane-2"}`, own, ['jane-1', ' ', ''])).toBe(false);
  });
});
