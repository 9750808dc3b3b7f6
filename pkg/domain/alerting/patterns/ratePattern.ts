import { windowBefore } from '../evaluation/windowsOf';
import { countEach } from './countEach';
import type { Pattern } from './Pattern';
import { firing, recovered } from './verdicts';

/** More rows a minute than a limit, on average over the window. */
export const ratePattern: Pattern<'rate'> = {
  labelNames: ({ query }) => query.groupBy ?? [],
  async find(config, at, evidence) {
    const { per_minute_above: limit, window_minutes: minutes } = config;
    const judge = (count: number) => (count / minutes > limit ? firing : recovered)(count / minutes);
    return countEach(evidence, config.query, windowBefore(config, minutes, at), judge, recovered(0));
  },
};
