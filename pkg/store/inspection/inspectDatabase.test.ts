import { rawTables } from '../../domain/ingest/rows';
import { knownSchema } from '../migrations/migrations';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { inspectDatabase } from './inspectDatabase';

forEachDatabase('the facts of a database', (db) => {
  const inspect = () => withClient(db.ownerUrl, (client) => inspectDatabase(client, db.roleNames));

  it('are read from its catalogue', async () => {
    const facts = await inspect();
    expect(facts).toMatchObject({ schema: knownSchema, missingRoles: [], openTables: [] });
    expect(facts.bytes).toBeGreaterThan(1_000_000);
    expect(facts.connections.open).toBeGreaterThan(0);
    expect(facts.partitions.map(({ table }) => table)).toEqual(rawTables);
    expect(facts.partitions.map(({ count }) => count)).toEqual(rawTables.map(() => 9));
  });

  it('show a table that somebody opened and a role that is not there', async () => {
    await withClient(db.ownerUrl, (client) => client.query('alter table apps no force row level security'));
    const roles = { ...db.roleNames, jobs: 'nobody_has_this_role' };
    const facts = await withClient(db.ownerUrl, (client) => inspectDatabase(client, roles));
    expect(facts).toMatchObject({ openTables: ['public.apps'], missingRoles: ['nobody_has_this_role'] });
  });
});
