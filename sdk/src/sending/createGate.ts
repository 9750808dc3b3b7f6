import type { Faro, MetaSession, TransportItem } from '@grafana/faro-web-sdk';
import type { Fate } from '../consent/decideSending';

/** The site's own last word on what is sent; nothing is sent where it answers nothing. */
export type LastWord = (item: TransportItem) => TransportItem | null | undefined;

export interface GateRules {
  /** Undefined until it has started. */
  faro(): Pick<Faro, 'api' | 'transports'> | undefined;
  fateOf(item: TransportItem): Fate;
  /** The session attribute `consent`; empty where there is no decision. */
  consent(): string;
  /** How many items are held at most. */
  capacity: number;
  beforeSend: LastWord | undefined;
}

/** Stands before Faro's transports, where every item passes once it is about to be sent. */
export interface Gate {
  /** The item to send, or null. */
  pass(item: TransportItem): TransportItem | null;
  /** After a decision: sends what may now be sent, throws away what may not, holds the rest. */
  reconsider(): void;
}

/** When more is held than there is room for, the oldest go. */
export function createGate({ faro, fateOf, consent, capacity, beforeSend }: GateRules): Gate {
  let held = new Set<TransportItem>();
  return {
    pass(item) {
      const fate = fateOf(item);
      if (fate === 'hold') {
        held.add(item);
        held.forEach((oldest) => held.size > capacity && held.delete(oldest));
      }
      if (fate !== 'send') {
        return null;
      }
      const session = withConsent(sessionOf(item, faro()?.api.getSession()), consent());
      const outgoing = { ...item, meta: { ...item.meta, session } };
      return (beforeSend ? beforeSend(outgoing) : outgoing) || null;
    },
    reconsider() {
      const waiting = held;
      held = new Set();
      // Held items come back through `pass`; what is refused need not make the way.
      waiting.forEach((item) => fateOf(item) !== 'discard' && faro()?.transports.execute(item));
    },
  };
}

/** Items from before the decision have no session, for none was begun: they belong to the one that begins with it. */
function sessionOf({ meta }: TransportItem, current: MetaSession | undefined): MetaSession | undefined {
  return meta.session?.attributes?.isSampled ? meta.session : current || meta.session;
}

function withConsent(session: MetaSession | undefined, consent: string): MetaSession {
  return { ...session, attributes: { ...session?.attributes, ...(consent ? { consent } : {}) } };
}
