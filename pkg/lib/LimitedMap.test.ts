import { LimitedMap } from './LimitedMap';

describe('LimitedMap', () => {
  it('forgets what was used longest ago', () => {
    const map = new LimitedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.get('a');
    map.set('c', 3);
    expect([map.has('a'), map.has('b'), map.has('c')]).toEqual([true, false, true]);
    expect(map.size).toBe(2);
  });

  it('replaces a value without forgetting another', () => {
    const map = new LimitedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.set('b', 3);
    expect([map.get('a'), map.get('b')]).toEqual([1, 3]);
  });

  it('can be told to forget', () => {
    const map = new LimitedMap<string, number>(2);
    map.set('a', 1);
    map.delete('a');
    expect(map.get('a')).toBeUndefined();
    map.set('b', 2);
    map.clear();
    expect(map.size).toBe(0);
  });
});
