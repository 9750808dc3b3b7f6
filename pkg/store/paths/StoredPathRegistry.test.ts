import { Pool } from 'pg';
import { randomUUID } from 'node:crypto';
import { StoreAway } from '../../domain/ingest/RowWriter';
import type { Clock } from '../../lib/Clock';
import { withOrganisation } from '../connections/withOrganisation';
import { forEachDatabase } from '../testing/forEachDatabase';
import { StoredPathRegistry } from './StoredPathRegistry';

forEachDatabase('StoredPathRegistry', (db) => {
  let pool: Pool;
  let now = 0;
  const clock: Clock = { now: () => now, sleep: () => Promise.resolve() };
  const resolve = async (registry: StoredPathRegistry, app: { orgId: number; appId: string }, path: string) =>
    registry.resolve(app, path);
  const newApp = () => ({ orgId: 1, appId: randomUUID() });
  const count = (app: { appId: string }) =>
    withOrganisation(pool, 1, async (client) => {
      const { rows } = await client.query('select count(*)::int as n from page_paths where app_id = $1', [app.appId]);
      return rows[0]?.n as number;
    });

  beforeAll(() => {
    pool = new Pool({ connectionString: db.urlFor('app'), max: 4 });
  });
  afterAll(() => pool.end());

  it('registers a new path and answers from memory after that', async () => {
    const app = newApp();
    const registry = new StoredPathRegistry(pool, clock);
    expect(await registry.resolve(app, '/a')).toBe('/a');
    expect(registry.resolve(app, '/a')).toBe('/a');
    expect(await count(app)).toBe(1);
  });

  it('knows what another process registered', async () => {
    const app = newApp();
    await new StoredPathRegistry(pool, clock).resolve(app, '/a');
    const other = new StoredPathRegistry(pool, clock);
    await other.resolve(app, '/b');
    expect(other.resolve(app, '/a')).toBe('/a');
  });

  it('keeps 1,000 paths an app, also when two processes fill it at once, then answers other', async () => {
    const app = newApp();
    const registries = [new StoredPathRegistry(pool, clock), new StoredPathRegistry(pool, clock)];
    const answers = await Promise.all(
      registries.flatMap((registry, process) =>
        Array.from({ length: 800 }, (_, n) => resolve(registry, app, `/${process}/${n}`))
      )
    );
    expect(await count(app)).toBe(1_000);
    expect(answers.filter((path) => path !== 'other')).toHaveLength(1_000);
    expect(await Promise.all(registries.map((registry) => resolve(registry, app, '/new')))).toEqual(['other', 'other']);
    expect(await registries[0]?.resolve(newApp(), '/new')).toBe('/new');
  });

  it('notices within a minute that someone made room', async () => {
    const app = newApp();
    const registry = new StoredPathRegistry(pool, clock);
    await Promise.all(Array.from({ length: 1_000 }, (_, n) => resolve(registry, app, `/${n}`)));
    await withOrganisation(pool, 1, (client) => client.query(`delete from page_paths where page_path = '/5'`));
    expect(await registry.resolve(app, '/new')).toBe('other');
    now += 60_000;
    expect(await registry.resolve(app, '/new')).toBe('/new');
  });

  it.each(['x'.repeat(1_025), 'ü'.repeat(600), 'a\u0000b', 'other'])(
    'does not register what no page is called',
    async (path) => {
      const app = newApp();
      expect(new StoredPathRegistry(pool, clock).resolve(app, path)).toBe('other');
      expect(await count(app)).toBe(0);
    }
  );

  it('throws StoreAway for a new path while nobody answers', async () => {
    const nowhere = new Pool({ connectionString: 'postgresql://x:y@127.0.0.1:1/z' });
    await expect(new StoredPathRegistry(nowhere, clock).resolve(newApp(), '/a')).rejects.toThrow(StoreAway);
    await nowhere.end();
  });
});
