import type { Answered, AnsweredRow } from '../../../api/askQueries';

/** A part of an answer, or why it is not there. */
export type Part<T> = { value: T } | { problem: string };

/** A number and the one of the same length of time before; null: nothing to count. */
export interface Total {
  now: number | null;
  before: number | null;
}

export interface ErrorCount {
  app: string;
  fingerprint: string;
  count: number;
}

/** Results of one service by their status. */
export interface ServiceHealth {
  service: string;
  results: number;
  degraded: number;
  down: number;
}

/** Turns an answer into what is shown, and keeps its problem where it has one. */
export function part<T>(answered: Answered, read: (rows: readonly AnsweredRow[]) => T): Part<T> {
  return 'problem' in answered ? { problem: answered.problem } : { value: read(answered.rows) };
}

/** The number of a one-row table; null where there is none. */
export function readTotal(rows: readonly AnsweredRow[]): number | null {
  return numberIn(rows[0] ?? {});
}

/** Errors by group, the most frequent first. */
export function readErrors(rows: readonly AnsweredRow[]): ErrorCount[] {
  return rows
    .map((row) => ({ app: String(row.app), fingerprint: String(row.fingerprint), count: numberIn(row) ?? 0 }))
    .sort((one, other) => other.count - one.count);
}

export function readReleases(rows: readonly AnsweredRow[]): Array<{ at: number; title: string; text: string }> {
  return rows
    .map(({ time, title, text }) => ({ at: Number(time), title: String(title), text: String(text) }))
    .sort((one, other) => one.at - other.at);
}

/** Services, those that were worst first. */
export function readHealth(rows: readonly AnsweredRow[]): ServiceHealth[] {
  const services = new Map<string, ServiceHealth>();
  for (const row of rows) {
    const service = String(row.service_name);
    const known = services.get(service) ?? { service, results: 0, degraded: 0, down: 0 };
    const count = numberIn(row) ?? 0;
    services.set(service, {
      ...known,
      results: known.results + count,
      degraded: known.degraded + (row.status === 'degraded' ? count : 0),
      down: known.down + (row.status === 'down' ? count : 0),
    });
  }
  return [...services.values()].sort(
    (one, other) => other.down - one.down || other.degraded - one.degraded || one.service.localeCompare(other.service)
  );
}

/** Fewer than that jump by any percentage. */
const enoughForPercent = 10;

/** What it was before, as in "100 in the 30 min before (−32%)"; undefined where nobody knows. */
export function describeTotalChange({ now, before }: Total, span: string): string | undefined {
  if (before === null) {
    return undefined;
  }
  const percent = Math.round((((now ?? 0) - before) / before) * 100);
  const change =
    before >= enoughForPercent && percent !== 0 ? ` (${percent > 0 ? '+' : '−'}${Math.abs(percent)}%)` : '';
  return `${before.toLocaleString('en')} in the ${span} before${change}`;
}

/** The value of a row: the server puts it behind the groups. */
function numberIn(row: AnsweredRow): number | null {
  const value = Object.values(row).at(-1);
  return typeof value === 'number' ? value : null;
}
