import { Pool } from 'pg';
import { StoreAway } from '../../domain/ingest/RowWriter';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withOrganisation } from './withOrganisation';

forEachDatabase('withOrganisation', (db) => {
  let pool: Pool;
  beforeAll(() => {
    pool = new Pool({ connectionString: db.urlFor('app'), max: 1 });
    pool.on('error', () => undefined);
  });
  afterAll(() => pool.end());

  const spoken = `select current_setting('seamark.org_id', true) as org, current_setting('seamark.user_id', true) as person`;
  const ask = (orgId: number) =>
    withOrganisation(pool, orgId, async (client) => (await client.query(spoken)).rows[0] as unknown);

  it('speaks for the organisation until the end of the transaction', async () => {
    expect(await ask(7)).toEqual({ org: '7', person: '' });
    expect((await pool.query(spoken)).rows).toEqual([{ org: '', person: '' }]);
  });

  it('says who is speaking where that matters, and forgets it for the next', async () => {
    const speaker = { orgId: 7, userId: '018f0000-0000-7000-8000-000000000001', role: 'Admin' };
    const role = await withOrganisation(pool, speaker, async (client) => {
      const { rows } = await client.query(`select current_setting('seamark.role', true) as role`);
      return rows[0]?.role as unknown;
    });
    expect(role).toBe('Admin');
    expect(await ask(8)).toEqual({ org: '8', person: '' });
  });

  it('undoes all and hands the connection back when something fails', async () => {
    const failing = withOrganisation(pool, 1, async (client) => {
      await client.query(`insert into page_paths (org_id, app_id, page_path) values (1, gen_random_uuid(), '/a')`);
      await client.query('select no_such_column');
    });
    await expect(failing).rejects.toThrow(/no_such_column/);
    const { rows } = await withOrganisation(pool, 1, (client) => client.query('select from page_paths'));
    expect(rows).toEqual([]);
    expect(pool.idleCount).toBe(1);
  });

  it('throws StoreAway when the connection is cut under way, and goes on with a new one', async () => {
    const cut = withOrganisation(pool, 1, (client) => client.query('select pg_terminate_backend(pg_backend_pid())'));
    await expect(cut).rejects.toThrow(StoreAway);
    expect(await ask(7)).toEqual({ org: '7', person: '' });
  });
});
