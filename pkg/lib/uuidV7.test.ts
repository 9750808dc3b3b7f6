import { uuidV7 } from './uuidV7';

const ones = (size: number): Buffer => Buffer.alloc(size, 0xff);

describe('uuidV7', () => {
  it('carries the time in its first 48 bits, then version and variant', () => {
    expect(uuidV7(0x017f22e279b0, ones)).toBe('017f22e2-79b0-7fff-bfff-ffffffffffff');
  });

  it('sorts by time as text', () => {
    const ids = [uuidV7(1, ones), uuidV7(2, ones), uuidV7(1_800_000_000_000, ones)];
    expect([...ids].sort()).toEqual(ids);
  });

  it('is different each time', () => {
    expect(uuidV7(1)).not.toBe(uuidV7(1));
  });
});
