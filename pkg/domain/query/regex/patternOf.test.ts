import { QueryError } from '../QueryRunner';
import { patternOf } from './patternOf';

describe('a regular expression of a filter', () => {
  it.each([
    ['timeout|ECONN', 'timeout|ECONN'],
    ['^/product/\\d+$', '^\\u002fproduct\\u002f[0-9]+$'],
    ['(?i)error', '(?i)error'],
    ['a.b', 'a[^\\u000a]b'],
    ['(?s)a.b', 'a.b'],
    ['(?s:a.)b.', '(?:a.)b[^\\u000a]'],
    ['(?P<name>a)(?:b)(c)', '(?:a)(?:b)(?:c)'],
    ['x{2,3}?y*?', 'x{2,3}y*'],
    ['\\Qa.b\\E', 'a\\u002eb'],
    ['[[:digit:]_-]', '[0-9\\u005f\\u002d]'],
    ['\\x{1F4A5}', '\\U0001f4a5'],
  ])('%s becomes %s', (given, expected) => {
    expect(patternOf(given, 'page_url')).toBe(expected);
  });

  it.each([
    ['(a)\\1', /page_url is not a regular expression \(RE2 syntax\)/],
    ['(?=a)', /not a regular expression/],
    ['(?<!a)b', /not a regular expression/],
    ['(', /not a regular expression/],
    ['*', /not a regular expression/],
    ['***=a', /not a regular expression/],
    ['((a{1,100}){1,100})', /not a regular expression/],
    ['a{256}', /not supported: a repetition of more than 255/],
    ['\\pL', /not supported: a Unicode class/],
    ['(?m)^a$', /not supported: multi-line mode/],
    ['a(?i)b', /not supported: ignoring case in a part/],
    ['(?i)a(?-i:b)', /not supported: ignoring case in a part/],
    ['\\x00', /not supported: the NUL character/],
    ['a'.repeat(1001), /longer than 1000 characters/],
  ])('%s is refused with the reason', (given, reason) => {
    expect(() => patternOf(given, 'page_url')).toThrow(QueryError);
    expect(() => patternOf(given, 'page_url')).toThrow(reason);
  });

  it('quotes a long literal to its end', () => {
    expect(patternOf(`\\Q${'.'.repeat(400)}\\E`, 'page_url')).toBe('\\u002e'.repeat(400));
  });
});
