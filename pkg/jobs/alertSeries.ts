import { QueryProblem } from '../domain/alerting/evaluation/Ask';
import type { HistorySource } from '../domain/alerting/preview/EvidenceHistory';
import type { OpenedInstances, Opening } from '../domain/alerting/triggered/OpenedInstances';
import { seriesBefore } from '../domain/alerting/triggered/seriesBefore';
import { second } from '../lib/duration';
import type { Logger } from '../lib/Logger';
import type { RepeatedJob } from './repeat';

/** Openings at a time. */
const batch = 20;

export interface AlertSeriesParts {
  opened: OpenedInstances;
  history: HistorySource;
  logger: Logger;
}

/**
 * Draws the series before each instance that has opened: beside evaluations, so that no alert has to wait for a picture.
 * Any number of processes may do it at once, for the series is the same.
 */
export function alertSeriesJob({ opened, history, logger }: AlertSeriesParts): RepeatedJob {
  const draw = async ({ orgId, rule, at, instances }: Opening): Promise<void> => {
    const labelSets = instances.map(({ labels }) => labels);
    const series = await seriesBefore(rule, labelSets, at, history.historyOf(orgId)).catch((error: unknown) => {
      if (!(error instanceof QueryProblem)) {
        // A defect must not be tried for ever either.
        logger.error('the series before an alert could not be read', error);
      }
      return [];
    });
    await opened.keepSeries(new Map(instances.map(({ id }, index) => [id, series[index] ?? null])));
  };
  return {
    name: 'series of alerts',
    everyMs: second,
    retryMs: 5 * second,
    act: async (now) => {
      for (const opening of await opened.waiting(now, batch)) {
        await draw(opening);
      }
      return 0;
    },
  };
}
