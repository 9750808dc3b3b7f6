import type { Life, ResolveReason, Step } from './Life';
import { timesUntil } from './timesUntil';

/** What a person does to an open instance. */
export type Act =
  /** `until`: epoch milliseconds at which the acknowledgement ends by itself; null: never. */
  { kind: 'acknowledge'; until: number | null } | { kind: 'unacknowledge' } | { kind: 'resolve' };

/** The step that an act makes, or undefined where the instance is in no state for it. */
export function act(before: Life, deed: Act, now: number): Step | undefined {
  const life = timesUntil(now, before);
  const { open } = life;
  if (open === null) {
    return undefined;
  }
  switch (deed.kind) {
    case 'acknowledge':
      return open.status === 'acknowledged'
        ? undefined
        : {
            life: { ...life, open: { ...open, status: 'acknowledged', acknowledgedUntil: deed.until } },
            change: { kind: 'acknowledged' },
          };
    case 'unacknowledge':
      return open.status === 'active'
        ? undefined
        : {
            life: { ...life, open: { ...open, status: 'active', acknowledgedUntil: null, toldAt: now } },
            change: { kind: 'unacknowledged' },
          };
    case 'resolve':
      return {
        life: { ...life, open: null, resolvedAt: now, awaitsNormal: true },
        change: { kind: 'resolved', reason: 'by hand' },
      };
  }
}

/** The step that ends whatever a life has under way, because its rule is judged no longer. */
export function end(before: Life, reason: Extract<ResolveReason, `rule ${string}`>, now: number): Step {
  const life = timesUntil(now, before);
  if (life.open !== null) {
    return { life: { ...life, open: null, resolvedAt: now }, change: { kind: 'resolved', reason } };
  }
  return life.pendingSince === null
    ? { life, change: null }
    : { life: { ...life, pendingSince: null }, change: { kind: 'cleared' } };
}
