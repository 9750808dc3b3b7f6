import type { Life } from '../lifecycle/Life';
import { flappingLookBack } from '../lifecycle/flappingLookBack';
import type { RuleSettings } from './RuleMemory';

/** Whether a life would be judged the same if it had never been: what keeps a rule's memory from growing for ever. */
export function isForgettable(life: Life, settings: RuleSettings, now: number): boolean {
  if (life.open !== null || life.pendingSince !== null) {
    return false;
  }
  if (life.lastDataAt === null || now - life.lastDataAt >= settings.staleMs) {
    return true;
  }
  const isCooling = life.resolvedAt !== null && now - life.resolvedAt < settings.cooldownMs;
  const lastOpening = life.openings.at(-1);
  const maySoonFlap = lastOpening !== undefined && now - lastOpening < flappingLookBack(settings);
  return !isCooling && !maySoonFlap && !life.awaitsNormal && settings.noData !== 'alert';
}
