import { act, renderHook } from '@testing-library/react';
import { callRoute } from '../../../api/callRoute';
import { useFirstData } from './useFirstData';

jest.mock('../../../api/callRoute');
const call = jest.mocked(callRoute);
const answer = (received: boolean) => ({ received, first_at: null, last_at: null, counts: {} });

beforeEach(() => {
  jest.useFakeTimers();
  call.mockReset();
});
afterEach(() => jest.useRealTimers());

const wait = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('waiting for first data', () => {
  it('asks every two seconds until it is there, and no more', async () => {
    call.mockResolvedValueOnce(answer(false)).mockResolvedValueOnce(answer(true));
    const { result } = renderHook(() => useFirstData('u', 'a'));
    await wait(0);
    expect(result.current?.received).toBe(false);
    await wait(2000);
    expect(result.current?.received).toBe(true);
    await wait(60_000);
    expect(call).toHaveBeenCalledTimes(2);
  });
  it('asks again after a question that failed', async () => {
    call.mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce(answer(true));
    const { result } = renderHook(() => useFirstData('u', 'a'));
    await wait(2000);
    expect(result.current?.received).toBe(true);
  });
  it('asks no more once the page is left', async () => {
    call.mockResolvedValue(answer(false));
    const { unmount } = renderHook(() => useFirstData('u', 'a'));
    await wait(0);
    unmount();
    await wait(60_000);
    expect(call).toHaveBeenCalledTimes(1);
  });
});
