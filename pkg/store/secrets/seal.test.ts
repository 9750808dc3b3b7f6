import { CannotOpen, open, seal } from './seal';

const key = Buffer.alloc(32, 1);
const secret = Buffer.from('ada@example.org');

describe('seal', () => {
  it('opens to what was sealed', () => {
    expect(open(key, seal(key, secret, 'person 1'), 'person 1')).toEqual(secret);
  });

  it('opens to nothing where nothing was sealed', () => {
    expect(open(key, seal(key, Buffer.alloc(0), 'x'), 'x')).toHaveLength(0);
  });

  it('never gives the same bytes twice and never the plain text', () => {
    const [first, second] = [seal(key, secret, 'x'), seal(key, secret, 'x')];
    expect(first.equals(second)).toBe(false);
    expect(first.includes(secret)).toBe(false);
  });

  it.each([
    ['another key', (sealed: Buffer) => open(Buffer.alloc(32, 2), sealed, 'x')],
    ['another purpose', (sealed: Buffer) => open(key, sealed, 'y')],
    ['a changed byte', (sealed: Buffer) => open(key, Buffer.from(sealed).fill(0, 14, 15), 'x')],
    ['a cut tail', (sealed: Buffer) => open(key, sealed.subarray(0, -1), 'x')],
    ['an unknown version', (sealed: Buffer) => open(key, Buffer.from(sealed).fill(9, 0, 1), 'x')],
    ['nothing at all', () => open(key, Buffer.alloc(0), 'x')],
  ])('does not open with %s', (_case, act) => {
    expect(() => act(seal(key, secret, 'x'))).toThrow(CannotOpen);
  });
});
