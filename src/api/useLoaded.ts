import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError } from './ApiError';
import { toApiError } from './toApiError';

/** Something that is fetched: absent, there, or failed. While it is fetched again the old value stays. */
export interface Loaded<T> {
  value?: T;
  error?: ApiError;
  loading: boolean;
  /** Fetches again. */
  reload: () => void;
}

/**
 * Fetches when the component appears and whenever `load` changes (memoise it). An answer that comes after a newer
 * question, or after the component has gone, is ignored.
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<Pick<Loaded<T>, 'value' | 'error' | 'loading'>>({ loading: true });
  const asked = useRef(0);

  const run = useCallback(() => {
    const turn = ++asked.current;
    setState((before) => ({ ...before, loading: true }));
    load().then(
      (value) => turn === asked.current && setState({ value, loading: false }),
      (thrown) => turn === asked.current && setState({ error: toApiError(thrown), loading: false })
    );
  }, [load]);

  useEffect(() => {
    run();
    const counter = asked;
    return () => {
      counter.current++;
    };
  }, [run]);

  return { ...state, reload: run };
}
