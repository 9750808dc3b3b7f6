import { unstorablePart } from './unstorablePart';

describe('unstorablePart', () => {
  it.each([
    ['text of any language', { name: 'Zoë 😀 日本' }],
    ['numbers, nothing and lists', [1, null, undefined, true, ['a']]],
    ['64 levels', nested(64)],
  ])('has nothing against %s', (_, request) => {
    expect(unstorablePart(request)).toBeUndefined();
  });

  it.each([
    ['a NUL character', { a: ['x', { b: 'y\0' }] }, '/a/1/b', 'must not hold the character U+0000'],
    ['the first half of a character', { a: '\ud83d' }, '/a', 'must not hold half of a character (a lone surrogate)'],
    ['the second half of one', ['\ude00x'], '/0', 'must not hold half of a character (a lone surrogate)'],
    ['a key with a NUL', { a: { 'b\0': 1 } }, '/a', 'must not have a key with the character U+0000'],
    ['65 levels', nested(65), '', 'must not be nested deeper than 64 levels'],
    ['a hundred thousand levels', nested(100_000), '', 'must not be nested deeper than 64 levels'],
  ])('finds %s', (_, request, path, problem) => {
    expect(unstorablePart(request)).toEqual({ path, problem });
  });
});

function nested(levels: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) {
    value = { a: value };
  }
  return value;
}
