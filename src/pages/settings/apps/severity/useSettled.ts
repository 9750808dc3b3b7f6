import { useEffect, useState } from 'react';

/** A value as it was when it last stayed the same for `ms` milliseconds: what somebody typed, once they pause. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
