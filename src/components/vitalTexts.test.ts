import { formatVital, limitsText } from './vitalTexts';

describe('the value of a vital in words', () => {
  it.each([
    ['LCP', 1840, '1.84 s'],
    ['LCP', 999.4, '999 ms'],
    ['INP', 0, '0 ms'],
    ['CLS', 0.0812, '0.081'],
    ['CLS', 0, '0'],
    ['CLS', 1.5, '1.5'],
  ] as const)('%s of %d is %s', (metric, value, text) => {
    expect(formatVital(metric, value)).toBe(text);
  });
});

it('says the limits', () => {
  expect(limitsText('LCP')).toBe('good up to 2.50 s, poor above 4.00 s');
  expect(limitsText('CLS')).toBe('good up to 0.1, poor above 0.25');
});
