import { systemClock } from '../../lib/Clock';
import { silentLogger } from '../../lib/Logger';
import { OperatorError } from '../../lib/OperatorError';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { migrate, type MigrateOptions } from './migrate';
import { knownSchema } from './migrations';

forEachDatabase('migrate', (db) => {
  const run = (more: Partial<MigrateOptions> = {}) =>
    migrate({
      ownerUrl: db.ownerUrl,
      roles: db.roleNames,
      rolePasswords: db.rolePasswords,
      logger: silentLogger,
      clock: systemClock,
      ...more,
    });
  const asOwner = (sql: string) => withClient(db.ownerUrl, (client) => client.query(sql));

  /** As if nothing had ever been here, but for the roles. */
  const empty = async (): Promise<void> => {
    await asOwner(
      'drop schema raw cascade; drop schema public cascade; create schema public; grant usage on schema public to public'
    );
  };

  it('finds nothing to do the second time', async () => {
    expect(await run()).toMatchObject({ from: knownSchema, to: knownSchema, applied: [] });
  });

  it('is run once when two processes start at once', async () => {
    await empty();
    const outcomes = await Promise.all([run(), run(), run()]);
    expect(outcomes.map(({ from }) => from).sort()).toEqual([0, knownSchema, knownSchema]);
    expect(outcomes.every(({ to }) => to === knownSchema)).toBe(true);
  });

  it('goes on after a half: each migration is kept with its note or not at all', async () => {
    await empty();
    await asOwner('create schema raw');
    await expect(run()).rejects.toThrow('Migration 4 (raw tables) failed; nothing of it was kept');
    expect((await asOwner('select max(version) as version from schema_migrations')).rows).toEqual([{ version: 3 }]);
    await asOwner('drop schema raw');
    expect(await run()).toMatchObject({ from: 3, to: knownSchema });
  });

  it('refuses a database that a newer program has used, and changes nothing', async () => {
    await asOwner(`insert into schema_migrations (version, name) values (9999, 'from the future')`);
    const failure = run();
    await expect(failure).rejects.toThrow(OperatorError);
    await expect(failure).rejects.toThrow(/schema 9999.*newer Seamark/);
    await asOwner('delete from schema_migrations where version = 9999');
  });

  it('waits for another process for a bounded time', async () => {
    await withClient(db.ownerUrl, async (other) => {
      await other.query(`select pg_advisory_lock(hashtextextended('seamark.migrate', 0))`);
      const failure = run({ lockTimeoutMs: 200 });
      await expect(failure).rejects.toThrow(OperatorError);
      await expect(failure).rejects.toThrow(/Another process has been migrating/);
    });
  });

  it('makes the partitions of the days around now', async () => {
    const today = new Date(systemClock.now()).toISOString().slice(0, 10).replace(/-/g, '');
    const { rows } = await asOwner(`select to_regclass('raw.error_logs_${today}') is not null as there`);
    expect(rows).toEqual([{ there: true }]);
  });

  it('says what is wrong with the address when nobody answers there', async () => {
    const ownerUrl = 'postgresql://me:hidden@127.0.0.1:1/seamark';
    const failure = run({ ownerUrl });
    await expect(failure).rejects.toThrow(OperatorError);
    await expect(failure).rejects.toThrow(/127\.0\.0\.1:1, database "seamark".*SEAMARK_DATABASE_URL/);
    await expect(failure).rejects.not.toThrow(/hidden/);
  });

  it('says what a superuser should run when the owner may not change roles and cannot use them', async () => {
    const name = `${db.name}_weak`;
    await asOwner(`create role "${name}" login password 'weak'`);
    const ownerUrl = db.ownerUrl.replace(/\/\/[^@]*@/, `//${name}:weak@`);
    const rolePasswords = { ...db.rolePasswords, ingest: 'another' };
    const failure = run({ ownerUrl, rolePasswords });
    await expect(failure).rejects.toThrow(OperatorError);
    await expect(failure).rejects.toThrow(/A superuser should run: ALTER ROLE "?[a-z0-9_]*"? CREATEROLE/);
    await asOwner(`drop role "${name}"`);
  });

  it('goes on without the right to change roles once they let it in', async () => {
    const name = `${db.name}_poor`;
    await asOwner(`create role "${name}" login password 'poor'; grant usage on schema raw to "${name}";
      grant execute on function raw.ensure_partition(text, date) to "${name}"`);
    const ownerUrl = db.ownerUrl.replace(/\/\/[^@]*@/, `//${name}:poor@`);
    expect(await run({ ownerUrl })).toMatchObject({ from: knownSchema, to: knownSchema });
    await asOwner(`revoke usage on schema raw from "${name}";
      revoke execute on function raw.ensure_partition(text, date) from "${name}"; drop role "${name}"`);
  });

  it('lets its roles into a database that is closed to everybody', async () => {
    await asOwner(`revoke connect on database "${db.name}" from public`);
    await expect(withClient(db.urlFor('app'), (client) => client.query('select 1'))).rejects.toThrow(
      /permission denied for database/
    );
    await run();
    await expect(withClient(db.urlFor('app'), (client) => client.query('select 1'))).resolves.toBeDefined();
  });
});
