import { useCallback, useEffect, useRef } from 'react';
import { useLoaded, type Loaded } from '../../api/useLoaded';
import { hasAnyData } from './hasAnyData';

/** Often enough for somebody who waits, seldom enough for a page that is left open. */
const pollMs = 5000;

/**
 * Whether anything has ever arrived: asked again and again while nothing has. `onFirstData` is told when something comes
 * after all; memoise it.
 */
export function useAnyData(datasourceUid: string, onFirstData: () => void): Loaded<boolean> {
  const loaded = useLoaded(useCallback(() => hasAnyData(datasourceUid), [datasourceUid]));
  const { value: anyData, reload } = loaded;
  const hasWaited = useRef(false);

  useEffect(() => {
    if (anyData === false) {
      hasWaited.current = true;
      const timer = setInterval(reload, pollMs);
      return () => clearInterval(timer);
    }
    if (anyData === true && hasWaited.current) {
      hasWaited.current = false;
      onFirstData();
    }
    return undefined;
  }, [anyData, reload, onFirstData]);

  return loaded;
}
