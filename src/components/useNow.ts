import { dateTime } from '@grafana/data';
import { useEffect, useState } from 'react';

const now = () => dateTime().valueOf();

/** The time as epoch milliseconds, which goes on by itself every `everyMs`. */
export function useNow(everyMs: number): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return time;
}
