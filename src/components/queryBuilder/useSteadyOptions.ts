import type { ComboboxOption } from '@grafana/ui';
import { useEffect, useMemo, useRef } from 'react';

/** What a drop-down offers: a list, or a search for one. */
export type Options<T extends string> =
  Array<ComboboxOption<T>> | ((search: string) => Promise<Array<ComboboxOption<T>>>);

/**
 * The same options as the same object in every rendering. Grafana's drop-down compares them by identity: given new
 * ones each time, it takes each rendering for a new choice, reports it, is rendered again, and brings the page down.
 */
export function useSteadyOptions<T extends string>(options: Options<T>): Options<T> {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const list = typeof options === 'function' ? undefined : JSON.stringify(options);
  return useMemo(() => {
    if (list !== undefined) {
      return JSON.parse(list) as Array<ComboboxOption<T>>;
    }
    return async (search: string) => {
      const found = latest.current;
      return typeof found === 'function' ? found(search) : found;
    };
  }, [list]);
}
