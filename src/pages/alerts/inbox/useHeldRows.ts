import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { holdRows } from './holdRows';

/** Keeps the rows of a live list in place from `hold` on until `release`. */
export function useHeldRows<T extends { id: string }>(latest: readonly T[]) {
  const [held, setHeld] = useState<readonly T[]>();
  const isRenewing = useRef(false);
  useEffect(() => {
    if (isRenewing.current) {
      isRenewing.current = false;
      setHeld((before) => before && latest);
    }
  }, [latest]);
  const { rows, waiting } = useMemo(() => holdRows(held, latest), [held, latest]);
  return {
    rows,
    waiting,
    hold: useCallback(() => setHeld((before) => before ?? latest), [latest]),
    release: useCallback(() => setHeld(undefined), []),
    /** Shows what is new although somebody points at the list: they asked for it. */
    renew: useCallback(() => setHeld((before) => before && latest), [latest]),
    /** The same for what has been asked of the server, once it is there. */
    renewNext: useCallback(() => {
      isRenewing.current = true;
    }, []),
    /** Lets rows go that the person themselves has dealt with. */
    drop: useCallback(
      (ids: readonly string[]) => setHeld((before) => before?.filter(({ id }) => !ids.includes(id))),
      []
    ),
  };
}
