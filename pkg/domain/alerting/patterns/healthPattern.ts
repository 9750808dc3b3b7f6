import { withoutData, type Verdict } from '../conditions/Reading';
import { windowBefore } from '../evaluation/windowsOf';
import type { ServiceResults } from '../evidence/Evidence';
import { labelsKey } from '../labels/labelsKey';
import type { Pattern, PatternOf } from './Pattern';
import { resultLookBackMinutes } from './resultLookBack';
import { serviceLabelNames, serviceLabels } from './serviceLabels';
import { firing, recovered } from './verdicts';

/** A result says how a service is for three intervals; after that nobody was looking. */
const intervalsOfAResult = 3;

/** A service whose latest results were all degraded or down. The value is how many of them were, without a break. */
export const healthPattern: Pattern<'health'> = {
  labelNames: () => serviceLabelNames,
  async find(config, at, evidence) {
    const service = config.service_name === '*' ? undefined : config.service_name;
    const window = windowBefore(config, resultLookBackMinutes, at);
    const services = await evidence.latestResults(service, config.for_results ?? 1, window);
    const found = services.map((one) => {
      const labels = serviceLabels(one);
      return [labelsKey(labels), { labels, verdict: judge(config, one, window.to) }] as const;
    });
    return { found: new Map(found) };
  },
};

function judge(config: PatternOf<'health'>, { results, intervalMs }: ServiceResults, to: number): Verdict {
  const newest = results[0];
  if (newest === undefined || to - newest.at > intervalsOfAResult * intervalMs) {
    return withoutData;
  }
  const bad = config.status === 'down' ? ['down'] : ['down', 'degraded'];
  const firstGood = results.findIndex(({ status }) => !bad.includes(status));
  const inARow = firstGood === -1 ? results.length : firstGood;
  return (inARow >= (config.for_results ?? 1) ? firing : recovered)(inARow);
}
