import type { LifeSettings } from './Life';

/** How far back openings count towards flapping: six cooldowns, or an hour where that is longer. Milliseconds. */
export function flappingLookBack({ cooldownMs }: Pick<LifeSettings, 'cooldownMs'>): number {
  return Math.max(6 * cooldownMs, 60 * 60_000);
}
