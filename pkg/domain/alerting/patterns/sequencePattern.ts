import { minute } from '../../../lib/duration';
import { windowBefore } from '../evaluation/windowsOf';
import type { Pattern } from './Pattern';
import { firing, only, recovered } from './verdicts';

/** Events that were followed by others of the same session, or were not, in the time those had. */
export const sequencePattern: Pattern<'sequence'> = {
  labelNames: () => [],
  async find(config, at, evidence) {
    const { a, b, expect_b: expectB, within_minutes: within, min_count: minCount = 1 } = config;
    const sequence = { a: a.filters, b: b.filters, expectB, withinMs: within * minute };
    const count = await evidence.countSequences(sequence, windowBefore(config, config.window_minutes, at));
    return only((count >= minCount ? firing : recovered)(count));
  },
};
