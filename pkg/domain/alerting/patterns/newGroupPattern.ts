import { windowBefore } from '../evaluation/windowsOf';
import type { Pattern } from './Pattern';
import { firingGroups, groupLabels } from './verdicts';

/** An error that nobody has seen before: it fires as long as its first one lies in the window. */
export const newGroupPattern: Pattern<'new_group'> = {
  labelNames: () => groupLabels,
  async find(config, at, evidence) {
    const window = windowBefore(config, config.window_minutes, at);
    const groups = await evidence.newGroups(config.min_severity ?? 'low', window);
    return firingGroups(groups.map((group) => ({ group, number: null })));
  },
};
