import { windowBefore } from '../evaluation/windowsOf';
import type { Pattern } from './Pattern';
import { firingGroups, groupLabels } from './verdicts';

/** An error that reaches many users, pages or releases. */
export const spreadPattern: Pattern<'spread'> = {
  labelNames: () => groupLabels,
  find: async (config, at, evidence) =>
    firingGroups(await evidence.spreadGroups(config.by, config.min, windowBefore(config, config.window_minutes, at))),
};
