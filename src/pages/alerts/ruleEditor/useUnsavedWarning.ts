import { locationService } from '@grafana/runtime';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Somebody wants to leave a page with unsaved changes. */
export interface Leaving {
  /** Undefined: nobody does. */
  to: string | undefined;
  stay: () => void;
  leave: () => void;
}

/** Holds back whoever leaves while `isDirty`: a link inside Grafana waits for an answer, the browser asks by itself. */
export function useUnsavedWarning(isDirty: boolean): Leaving {
  const [to, setTo] = useState<string>();
  const isAllowed = useRef(false);

  useEffect(() => {
    if (!isDirty) {
      return undefined;
    }
    isAllowed.current = false;
    const release = locationService.getHistory().block((next: { pathname: string; search: string }) => {
      // Filters and the like in the URL of this same page are no leaving.
      if (isAllowed.current || next.pathname === locationService.getLocation().pathname) {
        return undefined;
      }
      setTo(`${next.pathname}${next.search}`);
      return false;
    });
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', onUnload);
    return () => {
      release();
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [isDirty]);

  const stay = useCallback(() => setTo(undefined), []);
  const leave = useCallback(() => {
    isAllowed.current = true;
    if (to !== undefined) {
      locationService.push(to);
    }
  }, [to]);
  return { to, stay, leave };
}
