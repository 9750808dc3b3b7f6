import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError } from './ApiError';
import { toApiError } from './toApiError';

/** Something that is fetched again and again. The latest answer stays while a newer one is missing or has failed. */
export interface Live<T> {
  value?: T;
  /** Of the latest attempt; the value, where there is one, is older. */
  error?: ApiError;
  /** Fetches now. */
  reload: () => void;
}

interface State<T> {
  load: () => Promise<T>;
  value?: T;
  error?: ApiError;
}

/**
 * Fetches when the component appears, whenever `load` changes (memoise it), and every `everyMs` from then on while the
 * page is visible. Never two at once; an answer that comes after a newer question is ignored.
 */
export function useLive<T>(load: () => Promise<T>, everyMs: number): Live<T> {
  const [state, setState] = useState<State<T>>();
  const fetchNow = useRef<() => void>(() => undefined);

  useEffect(() => {
    let left = false;
    let running = false;
    let again = false;
    const ask = async () => {
      if (running) {
        again = true;
        return;
      }
      running = true;
      try {
        const value = await load();
        if (!left) {
          setState({ load, value });
        }
      } catch (thrown) {
        if (!left) {
          // An answer to another question is no older answer to this one.
          setState((before) => ({ ...(before?.load === load && before), load, error: toApiError(thrown) }));
        }
      }
      running = false;
      if (again && !left) {
        again = false;
        void ask();
      }
    };
    fetchNow.current = () => void ask();
    const onTime = () => {
      if (document.visibilityState === 'visible' && !running) {
        void ask();
      }
    };
    void ask();
    const timer = setInterval(onTime, everyMs);
    document.addEventListener('visibilitychange', onTime);
    return () => {
      left = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onTime);
    };
  }, [load, everyMs]);

  const reload = useCallback(() => fetchNow.current(), []);
  return state?.load === load ? { value: state.value, error: state.error, reload } : { reload };
}
