import { day } from '../../lib/duration';
import { knownSchema } from '../migrations/migrations';
import { isoDay } from '../partitions/daysAhead';
import type { DatabaseFacts } from './inspectDatabase';
import type { Finding } from './Finding';

/** Which of the facts are as they should be. Pure. `now` in epoch milliseconds. */
export function judgeDatabase(facts: DatabaseFacts, { place, now }: { place: string; now: number }): Finding[] {
  const megabytes = (facts.bytes / 1_000_000).toFixed(1);
  const server: Finding = {
    verdict: 'good',
    text: `Database: ${place}, PostgreSQL ${facts.server}, ${megabytes} MB, ${facts.connections.open} of ${facts.connections.most} connections`,
  };
  const schema = judgeSchema(facts.schema);
  // Everything else follows from a missing schema, and would only repeat it.
  return facts.schema === 0
    ? [server, schema]
    : [server, schema, judgePartitions(facts, now), judgeRoles(facts), judgeRowSecurity(facts)];
}

function judgeSchema(schema: number): Finding {
  const text = `Schema: ${schema} of ${knownSchema}`;
  if (schema < knownSchema) {
    return { verdict: 'wrong', text, advice: 'run "seamark migrate", or start the server, which does it' };
  }
  return schema === knownSchema
    ? { verdict: 'good', text }
    : {
        verdict: 'wrong',
        text,
        advice: 'a newer Seamark used this database. Run that version, or restore a backup made before it',
      };
}

/** A day without a partition takes no rows: tomorrow must be there. */
function judgePartitions({ partitions }: DatabaseFacts, now: number): Finding {
  const tomorrow = isoDay(now + day);
  const late = partitions.filter(({ last }) => last === undefined || last < tomorrow).map(({ table }) => table);
  const count = partitions.reduce((sum, partition) => sum + partition.count, 0);
  const firsts = partitions.flatMap(({ first }) => first ?? []).sort();
  const text = `Partitions: ${count} in ${partitions.length} tables, since ${firsts[0] ?? 'never'}`;
  return late.length === 0
    ? { verdict: 'good', text }
    : {
        verdict: 'wrong',
        text,
        advice: `${late.join(', ')} will take no rows from ${tomorrow} on. Start the server, or run "seamark migrate", which make them`,
      };
}

function judgeRoles({ missingRoles }: DatabaseFacts): Finding {
  return missingRoles.length === 0
    ? { verdict: 'good', text: 'Roles: all there' }
    : { verdict: 'wrong', text: `Roles: ${missingRoles.join(', ')} missing`, advice: 'run "seamark migrate"' };
}

function judgeRowSecurity({ openTables }: DatabaseFacts): Finding {
  return openTables.length === 0
    ? { verdict: 'good', text: 'Row level security: forced on every table' }
    : {
        verdict: 'wrong',
        text: `Row level security: not forced on ${openTables.join(', ')}`,
        advice:
          'somebody changed that by hand. Run ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY on each',
      };
}
