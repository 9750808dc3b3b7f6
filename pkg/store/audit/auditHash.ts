import { createHash } from 'node:crypto';

/** One entry of an organisation's audit log. */
export interface AuditEntry {
  org_id: number;
  /** From 1, without gaps. */
  sequence: number;
  id: string;
  at: Date;
  /** A Grafana login, or "API". */
  actor: string;
  /** Noun and verb: `app.create`. */
  action: string;
  /** What it was done to, usually an id; never a visitor. */
  subject: string | null;
  details: Readonly<Record<string, unknown>>;
}

/** What the first entry of every chain follows. */
export const beginningOfChain = Buffer.alloc(32);

/** SHA-256 over the hash of the entry before and everything in this one: whoever changes one changes all after it. */
export function auditHash(previous: Buffer, entry: AuditEntry): Buffer {
  const { org_id, sequence, id, at, actor, action, subject, details } = entry;
  const content = [org_id, sequence, id, at.toISOString(), actor, action, subject, sorted(details)];
  return createHash('sha256').update(previous).update(JSON.stringify(content)).digest();
}

/** `jsonb` keeps no order of keys, so the hash must not depend on one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
  }
  return value;
}
