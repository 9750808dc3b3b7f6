import fc from 'fast-check';
import { hour, minute } from '../../../lib/duration';

/** What may happen to stored rows. Times in milliseconds after the history's start. */
export type Act =
  /** `byMinute`: as if very much came in. `jobs`: how many work off the log meanwhile. */
  | { is: 'rows'; rows: Drawn[]; byMinute: boolean; jobs: number }
  | { is: 'again' }
  | { is: 'restart' }
  | { is: 'erase'; person: number }
  | { is: 'refresh'; jobs: number };

export interface Drawn {
  at: number;
  page: string;
  browser: number;
  person: number;
  view: number;
  metric: string;
  value: number;
  isBot: boolean;
}

/** Beginning at midnight: two days and a bit, so that days are added up and hours are left over. */
export const historyLength = 53 * hour;

const drawn: fc.Arbitrary<Drawn> = fc.record({
  at: fc.integer({ min: 0, max: historyLength / minute - 1 }).map((minutes) => minutes * minute),
  page: fc.constantFrom('/', '/cart', '/päge', ''),
  browser: fc.integer({ min: 0, max: 2 }),
  person: fc.integer({ min: 0, max: 9 }),
  // Few, so that page views report again and again, also in another hour or with an older time.
  view: fc.integer({ min: 0, max: 14 }),
  metric: fc.constantFrom('LCP', 'CLS'),
  value: fc.oneof(fc.constantFrom(0, 1, 2500, -3), fc.double({ min: 1e-4, max: 1e5, noNaN: true })),
  isBot: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

export const history: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        is: fc.constant('rows' as const),
        rows: fc.array(drawn, { minLength: 1, maxLength: 40 }),
        byMinute: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
        jobs: fc.integer({ min: 0, max: 2 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('again' as const) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('restart' as const) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('erase' as const), person: fc.integer({ min: 0, max: 9 }) }) },
    { weight: 3, arbitrary: fc.record({ is: fc.constant('refresh' as const), jobs: fc.integer({ min: 1, max: 3 }) }) }
  ),
  { minLength: 4, maxLength: 12 }
);
