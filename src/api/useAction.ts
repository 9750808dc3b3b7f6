import { useCallback, useState } from 'react';
import type { ApiError } from './ApiError';
import { toApiError } from './toApiError';

/** Something a person starts by a button: whether it runs, and what went wrong the last time. */
export interface Action<A extends unknown[]> {
  run: (...args: A) => Promise<void>;
  running: boolean;
  error?: ApiError;
  clearError: () => void;
}

/** Runs `act` and keeps its outcome; `run` never rejects, so that it can hang on a button. */
export function useAction<A extends unknown[]>(act: (...args: A) => Promise<void>): Action<A> {
  const [state, setState] = useState<{ running: boolean; error?: ApiError }>({ running: false });
  const run = useCallback(
    async (...args: A) => {
      setState({ running: true });
      try {
        await act(...args);
        setState({ running: false });
      } catch (thrown) {
        setState({ running: false, error: toApiError(thrown) });
      }
    },
    [act]
  );
  const clearError = useCallback(() => setState({ running: false }), []);
  return { ...state, run, clearError };
}
