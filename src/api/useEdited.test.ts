import { act, renderHook, waitFor } from '@testing-library/react';
import { useEdited } from './useEdited';

interface Thing {
  id: string;
}

function open(write: (body: string, before: Thing | undefined) => Promise<unknown>) {
  const onSaved = jest.fn();
  const { result } = renderHook(() => useEdited<Thing, string>(write, onSaved));
  return { result, onSaved };
}

describe('what is edited on a page that lists', () => {
  it('is nothing again once it was saved, and the list is read again', async () => {
    const write = jest.fn(async () => undefined);
    const { result, onSaved } = open(write);
    act(() => result.current.edit({ id: 'a' }));
    await act(() => result.current.save.run('changed'));
    expect(write).toHaveBeenCalledWith('changed', { id: 'a' });
    expect(onSaved).toHaveBeenCalledTimes(1);
    expect(result.current.edited).toBeUndefined();
  });

  it('has nothing before it where it is new', async () => {
    const write = jest.fn(async () => undefined);
    const { result } = open(write);
    act(() => result.current.edit('new'));
    await act(() => result.current.save.run('made'));
    expect(write).toHaveBeenCalledWith('made', undefined);
  });

  it('stays where it could not be saved, and forgets why once it is left', async () => {
    const { result, onSaved } = open(async () => Promise.reject(new Error('taken')));
    act(() => result.current.edit('new'));
    await act(() => result.current.save.run('made'));
    await waitFor(() => expect(result.current.save.error).toBeDefined());
    expect(result.current.edited).toBe('new');
    expect(onSaved).not.toHaveBeenCalled();
    act(() => result.current.stop());
    expect(result.current.edited).toBeUndefined();
    expect(result.current.save.error).toBeUndefined();
  });
});
