import { forEachDatabase } from './forEachDatabase';
import { testDatabase } from './testDatabase';
import { withClient } from './withClient';

forEachDatabase('a test database', (db) => {
  it('is the suite’s own, and its owner is no superuser', async () => {
    const { rows } = await withClient(db.ownerUrl, (client) =>
      client.query('select current_database() as database, rolsuper from pg_roles where rolname = current_user')
    );
    expect(rows).toEqual([{ database: db.name, rolsuper: false }]);
  });

  it('lets each role in', async () => {
    const { rows } = await withClient(db.urlFor('query'), (client) => client.query('select current_user as name'));
    expect(rows).toEqual([{ name: db.roleNames.query }]);
  });
});

describe('two test databases', () => {
  const first = testDatabase();
  const second = testDatabase();

  it('share nothing', async () => {
    await withClient(first.ownerUrl, (client) => client.query('create table public.only_here ()'));
    const { rows } = await withClient(second.ownerUrl, (client) =>
      client.query("select to_regclass('only_here') as found")
    );
    expect(rows).toEqual([{ found: null }]);
  });
});
