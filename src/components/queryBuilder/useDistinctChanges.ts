import { useEffect, useRef } from 'react';

/**
 * Passes on a change once, however often it is reported. Grafana's drop-downs report from an effect, which React runs
 * again for every urgent rendering while a less urgent one, as from the pointer's last move, is still waiting. A
 * report changes the page's store, which renders urgently: unless the second report ends here, there is no end.
 */
export function useDistinctChanges<T>(value: T, onChange: (value: T) => void): (value: T) => void {
  const current = JSON.stringify(value);
  const last = useRef(current);
  useEffect(() => {
    last.current = current;
  }, [current]);
  return (next) => {
    const reported = JSON.stringify(next);
    if (reported !== last.current) {
      last.current = reported;
      onChange(next);
    }
  };
}
