import { readSketch } from './readSketch';

/** As `numeric_send` writes: digits of base 10,000, the highest first, without zeros at either end. */
function sent(weight: number, digits: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + 2 * digits.length);
  bytes.writeUInt16BE(digits.length, 0);
  bytes.writeInt16BE(weight, 2);
  digits.forEach((digit, index) => bytes.writeUInt16BE(digit, 8 + 2 * index));
  return bytes;
}

describe('readSketch', () => {
  it('reads three digits a bin, the highest bin first', () => {
    expect(readSketch(sent(5, [1, 2, 3, 0, 0, 7]))).toEqual({ bins: [1, 0], counts: [100_020_003, 7] });
  });
  it('knows the zeros that are not sent', () => {
    expect(readSketch(sent(4, [12]))).toEqual({ bins: [1], counts: [120_000] });
    expect(readSketch(sent(5, [1]))).toEqual({ bins: [1], counts: [100_000_000] });
  });
  it('has bins below zero behind the decimal point', () => {
    expect(readSketch(sent(-1, [1, 0, 5]))).toEqual({ bins: [-1], counts: [100_000_005] });
    expect(readSketch(sent(0, [3, 0, 0, 4]))).toEqual({ bins: [0, -1], counts: [3, 4] });
  });
  it('leaves out bins without values', () => {
    expect(readSketch(sent(6, [2, 0, 0, 0, 0, 0, 9]))).toEqual({ bins: [2, 0], counts: [2, 9] });
  });
  it('reads nothing out of nothing', () => {
    expect(readSketch(null)).toEqual({ bins: [], counts: [] });
    expect(readSketch(sent(0, []))).toEqual({ bins: [], counts: [] });
  });
});
