import { useCallback, useEffect, useState } from 'react';
import type { ApiError } from './ApiError';
import { toApiError } from './toApiError';

/** Something that is fetched: absent, there, or failed. While it is fetched again the old answer stays. */
export interface Loaded<T> {
  value?: T;
  error?: ApiError;
  loading: boolean;
  /** Fetches again. */
  reload: () => void;
}

interface Answer<T> {
  value?: T;
  error?: ApiError;
  load: () => Promise<T>;
  turn: number;
}

/**
 * Fetches when the component appears and whenever `load` changes (memoise it). An answer that comes after a newer
 * question, or after the component has gone, is ignored.
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<Answer<T>>();

  useEffect(() => {
    let left = false;
    const keep = (outcome: { value?: T; error?: ApiError }) => !left && setAnswer({ ...outcome, load, turn });
    load().then(
      (value) => keep({ value }),
      (thrown) => keep({ error: toApiError(thrown) })
    );
    return () => {
      left = true;
    };
  }, [load, turn]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const loading = answer?.load !== load || answer.turn !== turn;
  return { value: answer?.value, error: answer?.error, loading, reload };
}
