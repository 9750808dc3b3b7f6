import type { Debt, Owed } from './Debt';

/** An instance of a rule with what is owed of it. */
export interface Debtor {
  id: string;
  debt: Debt;
  /** A silence or a maintenance window covers it: what is owed waits until that ends. */
  isSilenced: boolean;
}

/** One message about one or more instances of a rule. */
export interface Notice {
  kind: Owed;
  instances: string[];
}

export interface Due {
  notices: Notice[];
  /** When the rule last told of new instances, epoch milliseconds; null: never. */
  lastOpeningAt: number | null;
  /** The instances whose debts the notices settle, with what is left of them. */
  settled: Map<string, Debt>;
}

const order: readonly Owed[] = ['opened', 'acknowledgement expired', 'reminder', 'resolved'];

/**
 * What a rule's instances have to be told at `now`: one message for all that owe the same. New instances wait until
 * `cooldownMs` have passed since the last message about new ones; everything else goes at once.
 */
export function dueNotices(
  debtors: readonly Debtor[],
  lastOpeningAt: number | null,
  cooldownMs: number,
  now: number
): Due {
  // A time in the future is a clock that was set back; it must not hold messages for as long.
  const isCooling = lastOpeningAt !== null && lastOpeningAt <= now && now - lastOpeningAt < cooldownMs;
  const audible = debtors.filter(({ isSilenced }) => !isSilenced);
  const due: Due = { notices: [], lastOpeningAt, settled: new Map() };
  for (const kind of order) {
    const owing = audible.filter(({ debt }) => debt.owed === kind);
    if (owing.length === 0 || (kind === 'opened' && isCooling)) {
      continue;
    }
    due.notices.push({ kind, instances: owing.map(({ id }) => id) });
    for (const { id } of owing) {
      due.settled.set(id, { isAnnounced: kind !== 'resolved', owed: null });
    }
    if (kind === 'opened') {
      due.lastOpeningAt = now;
    }
  }
  return due;
}
