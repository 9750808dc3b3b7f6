import type { Purpose, Treatment } from './Judgement';
import type { CommonColumns, Device } from './rows';

/** Who sent a row and from where, as far as the treatment of its purpose lets it be stored. */
export type SenderColumns = Omit<CommonColumns, 'id' | 'timestamp'>;

/** Everything that is known of a sender, before consent is applied. */
export interface SenderFacts extends Omit<SenderColumns, 'user_id' | 'visitor_id' | 'device'> {
  user_id: string | null;
  /** Made from the client's own id; null without one. */
  clientVisitor: string | null;
  /** Made from address and user agent under the day's salt. */
  dailyVisitor: string | null;
  device: Device | null;
  /** Browser, system and form factor only. */
  plainDevice: Device | null;
}

/** Columns by treatment: anonymous rows have no identity, no session and no device beyond its kind. */
export function senderColumns(facts: SenderFacts, { treatment, clientId }: Treatment): SenderColumns {
  const full = treatment === 'full';
  return {
    org_id: facts.org_id,
    app_id: facts.app_id,
    user_id: full ? facts.user_id : null,
    visitor_id: full ? ((clientId ? facts.clientVisitor : null) ?? facts.dailyVisitor) : null,
    session_id: full ? facts.session_id : null,
    environment: facts.environment,
    release: facts.release,
    page_url: facts.page_url,
    page_path: facts.page_path,
    country: facts.country,
    device: full ? facts.device : facts.plainDevice,
    is_bot: facts.is_bot,
  };
}

/** The columns of every purpose, made once a request. */
export function sendersByPurpose(
  facts: SenderFacts,
  treatments: Readonly<Record<Purpose, Treatment>>
): Readonly<Record<Purpose, SenderColumns>> {
  return {
    analytics: senderColumns(facts, treatments.analytics),
    performance: senderColumns(facts, treatments.performance),
    errors: senderColumns(facts, treatments.errors),
  };
}
