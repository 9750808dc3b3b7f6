import { act, renderHook } from '@testing-library/react';
import { ApiError } from '../../api/ApiError';
import { hasAnyData } from './hasAnyData';
import { useAnyData } from './useAnyData';

jest.mock('./hasAnyData');
const has = jest.mocked(hasAnyData);

/** Step by step, for what a step brings is drawn at its end. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await act(() => jest.advanceTimersByTimeAsync(1000));
  }
}

describe('whether anything has ever arrived', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    has.mockReset();
  });
  afterEach(() => jest.useRealTimers());

  it('is asked until something has, which is told once', async () => {
    has.mockResolvedValueOnce(false).mockRejectedValueOnce(new ApiError('away', 503)).mockResolvedValue(true);
    has.mockResolvedValueOnce(false);
    const onFirstData = jest.fn();
    const { result } = renderHook(() => useAnyData('u', onFirstData));
    await pass(1);
    expect(result.current.value).toBe(false);
    await pass(6);
    expect(result.current.error?.message).toBe('away');
    act(() => result.current.reload());
    await pass(1);
    expect(result.current.value).toBe(false);
    expect(onFirstData).not.toHaveBeenCalled();
    await pass(6);
    expect(result.current.value).toBe(true);
    const asked = has.mock.calls.length;
    await pass(30);
    expect(onFirstData).toHaveBeenCalledTimes(1);
    expect(has).toHaveBeenCalledTimes(asked);
  });

  it('is asked once where there is something', async () => {
    has.mockResolvedValue(true);
    const onFirstData = jest.fn();
    const { result } = renderHook(() => useAnyData('u', onFirstData));
    await pass(30);
    expect(result.current.value).toBe(true);
    expect(has).toHaveBeenCalledTimes(1);
    expect(onFirstData).not.toHaveBeenCalled();
  });
});
