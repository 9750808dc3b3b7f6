import { useCallback, useState } from 'react';
import { useAction, type Action } from './useAction';

interface Edited<T, B> {
  /** Undefined while nothing is edited. */
  edited: T | 'new' | undefined;
  edit: (what: T | 'new') => void;
  save: Action<[B]>;
  stop: () => void;
}

/**
 * What is edited on a page that lists things: one of them, a new one, or nothing.
 * @param write sends it to the server; undefined: a new one. Memoise it
 * @param onSaved reads the list again
 */
export function useEdited<T extends object, B>(
  write: (body: B, before: T | undefined) => Promise<unknown>,
  onSaved: () => void
): Edited<T, B> {
  const [edited, setEdited] = useState<T | 'new'>();
  const save = useAction(
    useCallback(
      async (body: B) => {
        await write(body, edited === 'new' ? undefined : edited);
        setEdited(undefined);
        onSaved();
      },
      [write, edited, onSaved]
    )
  );
  const { clearError } = save;
  const stop = useCallback(() => {
    clearError();
    setEdited(undefined);
  }, [clearError]);
  return { edited, edit: setEdited, save, stop };
}
