import { act, renderHook, waitFor } from '@testing-library/react';
import { ApiError } from './ApiError';
import { useLoaded } from './useLoaded';

describe('loading something', () => {
  it('is loading first and has the value then', async () => {
    const load = () => Promise.resolve(7);
    const { result } = renderHook(() => useLoaded(load));
    expect(result.current).toMatchObject({ loading: true });
    await waitFor(() => expect(result.current).toMatchObject({ loading: false, value: 7 }));
  });
  it('has the error when it fails, and the value after a retry', async () => {
    const load = jest.fn().mockRejectedValueOnce(new ApiError('away', 503)).mockResolvedValueOnce('back');
    const { result } = renderHook(() => useLoaded<string>(load));
    await waitFor(() => expect(result.current.error?.message).toBe('away'));
    act(() => result.current.reload());
    await waitFor(() => expect(result.current.value).toBe('back'));
    expect(result.current.error).toBeUndefined();
  });
  it('ignores an answer that comes after a newer question', async () => {
    let answerFirst: (value: string) => void = () => undefined;
    const first = () => new Promise<string>((resolve) => (answerFirst = resolve));
    const second = () => Promise.resolve('new');
    const { result, rerender } = renderHook(({ load }) => useLoaded(load), { initialProps: { load: first } });
    rerender({ load: second });
    await waitFor(() => expect(result.current.value).toBe('new'));
    await act(async () => answerFirst('old'));
    expect(result.current.value).toBe('new');
  });
});
