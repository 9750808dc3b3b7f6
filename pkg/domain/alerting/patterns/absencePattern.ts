import { dayMs, windowBefore } from '../evaluation/windowsOf';
import { countEach, countOf } from './countEach';
import type { Pattern } from './Pattern';
import { firing, recovered } from './verdicts';

/** Nothing for a while, where there was something a day before; without that there is nothing to judge by. */
export const absencePattern: Pattern<'absence'> = {
  labelNames: ({ query }) => query.groupBy ?? [],
  async find(config, at, evidence) {
    const window = windowBefore(config, config.for_minutes, at);
    if (config.only_if_seen_yesterday === false) {
      const judge = (count: number) => (count === 0 ? firing(0) : recovered(count));
      return countEach(evidence, config.query, window, judge, firing(0));
    }
    const query = countOf(config.query);
    const now = await evidence.values(query, window);
    const before = await evidence.values(query, { from: window.from - dayMs, to: window.to - dayMs });
    const countNow = (key: string): number => now.get(key)?.value ?? 0;
    const labelSets = [...before, ...now].filter(([key, { value }]) => countNow(key) > 0 || (value ?? 0) > 0);
    const found = labelSets.map(([key, { labels }]) => {
      const count = countNow(key);
      return [key, { labels, verdict: count > 0 ? recovered(count) : firing(0) }] as const;
    });
    return { found: new Map(found) };
  },
};
