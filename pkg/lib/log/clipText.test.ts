import { clipText } from './clipText';

describe('clipText', () => {
  it('leaves a short text alone', () => {
    expect(clipText('short', 5)).toBe('short');
  });

  it('says that it cut', () => {
    expect(clipText('abcdef', 3)).toBe('abc… (cut)');
  });

  it('does not cut a code point in two', () => {
    expect(clipText('ab😀cd', 3)).toBe('ab… (cut)');
    expect(clipText('ab😀cd', 4)).toBe('ab😀… (cut)');
  });

  it('replaces lone surrogates, cut or not', () => {
    expect(clipText('a\ud800b', 10)).toBe('a\ufffdb');
    expect(clipText(`\udc00${'x'.repeat(10)}`, 2)).toBe('\ufffdx… (cut)');
  });
});
