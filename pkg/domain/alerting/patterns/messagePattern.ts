import { windowBefore } from '../evaluation/windowsOf';
import type { Pattern } from './Pattern';
import { firing, only, recovered } from './verdicts';

/** Errors whose text matches: at least so many, or of so many users. */
export const messagePattern: Pattern<'message'> = {
  labelNames: () => [],
  async find(config, at, evidence) {
    const { regex, in_stack: inStack = false, min_count: minCount = 1, min_users: minUsers = 0 } = config;
    const window = windowBefore(config, config.window_minutes, at);
    const { errors, users } = await evidence.countMatches({ regex, inStack }, window);
    const isEnough = errors >= minCount || (minUsers > 0 && users >= minUsers);
    return only((isEnough ? firing : recovered)(errors));
  },
};
