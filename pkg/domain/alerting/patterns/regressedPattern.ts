import { windowBefore } from '../evaluation/windowsOf';
import type { Pattern } from './Pattern';
import { firingGroups, groupLabels } from './verdicts';

/** An error that was resolved and is back: it fires as long as its return lies in the window. */
export const regressedPattern: Pattern<'regressed'> = {
  labelNames: () => groupLabels,
  async find(config, at, evidence) {
    const window = windowBefore(config, config.window_minutes, at);
    const groups = await evidence.regressedGroups(config.min_severity ?? 'low', window);
    return firingGroups(groups.map((group) => ({ group, number: null })));
  },
};
