import { holdRows } from './holdRows';

const row = (id: string, version = 1) => ({ id, version });

describe('rows under a pointer', () => {
  it('are the latest while nobody points at them', () => {
    expect(holdRows(undefined, [row('b'), row('a')])).toEqual({
      rows: [
        { item: row('b'), isGone: false },
        { item: row('a'), isGone: false },
      ],
      waiting: 0,
    });
  });
  it('stay where they are, with their latest content, while new ones wait', () => {
    expect(holdRows([row('b'), row('a')], [row('d'), row('c'), row('a', 2), row('b')])).toEqual({
      rows: [
        { item: row('b'), isGone: false },
        { item: row('a', 2), isGone: false },
      ],
      waiting: 2,
    });
  });
  it('stay although they belong to the list no longer, and say so', () => {
    expect(holdRows([row('b'), row('a')], [row('a')])).toEqual({
      rows: [
        { item: row('b'), isGone: true },
        { item: row('a'), isGone: false },
      ],
      waiting: 0,
    });
  });
});
