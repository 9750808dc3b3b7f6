import { listEvery } from './listEvery';

describe('a whole list', () => {
  it('is put together from its pages', async () => {
    const page = jest
      .fn()
      .mockResolvedValueOnce({ items: [1, 2], next_cursor: 'b' })
      .mockResolvedValueOnce({ items: [3], next_cursor: null });
    expect(await listEvery<number>(page)).toEqual([1, 2, 3]);
    expect(page.mock.calls).toEqual([[undefined], ['b']]);
  });
  it('can be empty', async () => {
    expect(await listEvery(() => Promise.resolve({ items: [], next_cursor: null }))).toEqual([]);
  });
  it('fails when any page fails', async () => {
    const page = jest
      .fn()
      .mockResolvedValueOnce({ items: [1], next_cursor: 'b' })
      .mockRejectedValueOnce(new Error('x'));
    await expect(listEvery(page)).rejects.toThrow('x');
  });
});
