import type { Pool } from 'pg';
import type { BehaviourCount } from '../../../src/contract/resources/behaviour';
import type { BehaviourRepository, BehaviourSelection } from '../../domain/behaviour/BehaviourRepository';
import { withOrganisation } from '../connections/withOrganisation';

/** By app first, as the index has them. */
const statement = `
  select pattern, steps, sum(occurrences)::float8 as occurrences, sum(sessions)::float8 as sessions
  from behaviour_patterns
  where app_id in (select id from apps where deleted_at is null and ($1::text is null or name = $1 or id::text = $1))
    and day between $2::date and $3::date and pattern = $4
  group by pattern, steps order by 3 desc, steps limit $5`;

/** Patterns of behaviour in the database. */
export class StoredBehaviour implements BehaviourRepository {
  readonly #pool: Pool;

  /** @param pool logs in as the query role */
  constructor(pool: Pool) {
    this.#pool = pool;
  }

  count(
    { orgId }: { orgId: number },
    { app, from, to, pattern, limit }: BehaviourSelection
  ): Promise<BehaviourCount[]> {
    return withOrganisation(this.#pool, orgId, async (client) => {
      const { rows } = await client.query<BehaviourCount>(statement, [app ?? null, from, to, pattern, limit]);
      return rows;
    });
  }
}
