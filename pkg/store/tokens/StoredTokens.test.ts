import { Pool } from 'pg';
import type { Clock } from '../../lib/Clock';
import { adminOf } from '../testing/adminOf';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { StoredTokens } from './StoredTokens';

const ada = adminOf(1, 'ada');
const first = { limit: 10, cursor: undefined };

forEachDatabase('StoredTokens', (db) => {
  let pool: Pool;
  let tokens: StoredTokens;
  let now = Date.parse('2026-11-23T12:00:00Z');
  const clock: Clock = { now: () => now, sleep: () => Promise.resolve() };

  beforeAll(() => {
    pool = new Pool({ connectionString: db.urlFor('app'), max: 2 });
    tokens = new StoredTokens(pool, clock);
  });
  afterAll(() => pool.end());

  it('shows a secret once and keeps only its hash', async () => {
    const { token, ...shown } = await tokens.create(ada, { name: 'ci', scope: 'upload' });
    expect(token).toMatch(/^seamark_[\w-]{43}$/);
    expect(token.startsWith(shown.hint)).toBe(true);
    expect((await tokens.list(ada, first)).items).toContainEqual(shown);
    const stored = await withClient(db.urlFor('app'), async (client) => {
      await client.query(`set seamark.org_id = '1'`);
      return client.query('select t::text as line from tokens t');
    });
    expect(JSON.stringify(stored.rows)).not.toContain(token.slice(12));
  });

  it('finds a token of any organisation by its secret', async () => {
    const { token, id } = await tokens.create(adminOf(5), { name: 'grafana', scope: 'remote' });
    expect(await tokens.find(token)).toEqual({ id, orgId: 5, scope: 'remote', name: 'grafana' });
  });

  it.each(['', 'seamark_', 'seamark_nonsense', `' or true --`])('finds nothing for %p', async (secret) => {
    expect(await tokens.find(secret)).toBeUndefined();
  });

  it('notes when a token was used, once a minute at most', async () => {
    const who = adminOf(6);
    const { token } = await tokens.create(who, { name: 'r', scope: 'read' });
    const lastUse = async () => (await tokens.list(who, first)).items[0]?.last_used_at;
    expect(await lastUse()).toBeNull();
    const used = new Date(now).toISOString();
    await tokens.find(token);
    now += 30_000;
    await tokens.find(token);
    expect(await lastUse()).toBe(used);
    now += 30_000;
    await tokens.find(token);
    expect(await lastUse()).toBe(new Date(now).toISOString());
  });

  it('revokes a token of its own organisation only', async () => {
    const { token, id } = await tokens.create(ada, { name: 'x', scope: 'admin' });
    expect(await tokens.revoke(adminOf(2), id)).toBe(false);
    expect(await tokens.find(token)).toBeDefined();
    expect(await tokens.revoke(ada, id)).toBe(true);
    expect(await tokens.revoke(ada, id)).toBe(false);
    expect(await tokens.find(token)).toBeUndefined();
  });
});
