import { hour, minute } from '../../pkg/lib/duration';
import type { AdminClient } from '../../scripts/start/AdminClient';

export interface Question {
  name: string;
  query: object;
}

interface Answer {
  results: { A: { error?: string; frames: Array<{ schema: { meta?: { custom?: { source?: string } } } }> } };
}

/** Asks of the last hour, by the minute where it is a series. Answers how long it took, and what was read. */
export async function ask(admin: AdminClient, { name, query }: Question): Promise<{ ms: number; source: string }> {
  const started = performance.now();
  const now = Date.now();
  const { results } = await admin.call<Answer>('POST', '/query', {
    from: new Date(now - hour).toISOString(),
    to: new Date(now).toISOString(),
    queries: [{ refId: 'A', format: 'table', intervalMs: minute, maxDataPoints: 60, ...query }],
  });
  if (results.A.error !== undefined) {
    throw new Error(`${name}: ${results.A.error}`);
  }
  const ms = performance.now() - started;
  return { ms, source: results.A.frames[0]?.schema.meta?.custom?.source ?? 'nothing' };
}
