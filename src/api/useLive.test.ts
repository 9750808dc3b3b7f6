import { act, renderHook } from '@testing-library/react';
import { ApiError } from './ApiError';
import { useLive } from './useLive';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('something live', () => {
  it('is fetched at once and again in time', async () => {
    const load = jest.fn().mockResolvedValueOnce(1).mockResolvedValueOnce(2);
    const { result } = renderHook(() => useLive<number>(load, 5000));
    await pass(0);
    expect(result.current.value).toBe(1);
    await pass(5000);
    expect(result.current.value).toBe(2);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('keeps its latest answer while a newer one fails, and says that it failed', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce('old')
      .mockRejectedValueOnce(new ApiError('away', 503))
      .mockResolvedValueOnce('new');
    const { result } = renderHook(() => useLive<string>(load, 5000));
    await pass(5000);
    expect(result.current).toMatchObject({ value: 'old', error: { message: 'away' } });
    await pass(5000);
    expect(result.current.value).toBe('new');
    expect(result.current.error).toBeUndefined();
  });

  it('has no answer of another question', async () => {
    const one = () => Promise.resolve('one');
    const other = () => Promise.reject(new ApiError('away', 503));
    const { result, rerender } = renderHook(({ load }: { load: () => Promise<string> }) => useLive(load, 5000), {
      initialProps: { load: one },
    });
    await pass(0);
    rerender({ load: other });
    expect(result.current.value).toBeUndefined();
    await pass(0);
    expect(result.current).toMatchObject({ error: { message: 'away' } });
    expect(result.current.value).toBeUndefined();
  });

  it('never asks twice at once, and asks once more where somebody asked meanwhile', async () => {
    let answer: (value: string) => void = () => undefined;
    const load = jest.fn(() => new Promise<string>((resolve) => (answer = resolve)));
    const { result } = renderHook(() => useLive(load, 1000));
    await pass(3500);
    expect(load).toHaveBeenCalledTimes(1);
    act(() => result.current.reload());
    await act(async () => answer('first'));
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('rests while nobody sees it', async () => {
    const load = jest.fn().mockResolvedValue(1);
    const seen = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    renderHook(() => useLive<number>(load, 1000));
    await pass(5000);
    expect(load).toHaveBeenCalledTimes(1);
    seen.mockReturnValue('visible');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await pass(0);
    expect(load).toHaveBeenCalledTimes(2);
    seen.mockRestore();
  });
});
