import type { Pool } from 'pg';
import type { Clock } from '../../lib/Clock';
import { second } from '../../lib/duration';

/** How long an answer counts, so that anybody's questions cost the database nothing. */
const memory = second / 2;
/** Longer than this is no answer. */
const patience = 2 * second;

/** A function that says whether the database answers. It never rejects. */
export function databaseAnswers(pool: Pick<Pool, 'query'>, clock: Clock): () => Promise<boolean> {
  let asked: { at: number; answer: Promise<boolean> } | undefined;
  const ask = async (): Promise<boolean> => {
    const answered = pool.query('select 1').then(
      () => true,
      () => false
    );
    return Promise.race([answered, clock.sleep(patience).then(() => false)]);
  };
  return () => {
    // Whichever way the clock was set, an answer that is far from now is old.
    if (!asked || Math.abs(clock.now() - asked.at) >= memory) {
      asked = { at: clock.now(), answer: ask() };
    }
    return asked.answer;
  };
}
