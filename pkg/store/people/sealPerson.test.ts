import { CannotOpen } from '../secrets/seal';
import { openPerson, resealPerson, sealPerson } from './sealPerson';

const master = Buffer.alloc(32, 7);
const ada = { email: 'ada@example.org', name: 'Ada' };

describe('sealPerson', () => {
  it('opens with the master key to what was sealed, also to nothing', () => {
    expect(openPerson(master, 'p1', sealPerson(master, 'p1', ada))).toEqual(ada);
    expect(openPerson(master, 'p1', sealPerson(master, 'p1', { email: null, name: null }))).toEqual({
      email: null,
      name: null,
    });
  });

  it('gives every person a key of their own', () => {
    const [one, two] = [sealPerson(master, 'p1', ada), sealPerson(master, 'p2', ada)];
    expect(() => openPerson(master, 'p1', { ...one, wrapped_key: two.wrapped_key })).toThrow(CannotOpen);
    expect(() => openPerson(master, 'p1', { ...two, wrapped_key: one.wrapped_key })).toThrow(CannotOpen);
  });

  it('keeps the key when something changes', () => {
    const old = sealPerson(master, 'p1', ada);
    const changed = resealPerson(master, 'p1', old, { ...ada, name: 'Ada King' });
    expect(changed.wrapped_key).toEqual(old.wrapped_key);
    expect(openPerson(master, 'p1', changed).name).toBe('Ada King');
  });

  it('holds nothing in the clear', () => {
    const bytes = Buffer.concat(Object.values(sealPerson(master, 'p1', ada)).map((value) => value ?? Buffer.alloc(0)));
    expect(bytes.includes('ada@')).toBe(false);
  });
});
