import { Pool } from 'pg';
import { defaultRateLimit } from '../../../src/contract/resources/apps';
import { systemClock } from '../../lib/Clock';
import { withOrganisation } from '../connections/withOrganisation';
import { adminOf } from '../testing/adminOf';
import { forEachDatabase } from '../testing/forEachDatabase';
import { openTestWriter } from '../testing/openTestWriter';
import { rowSet, sampleRows } from '../testing/sampleRows';
import { StoredApps } from './StoredApps';

const ada = adminOf(11, 'ada');
const stranger = adminOf(12, 'ada');
const unknown = '018f0000-0000-7000-8000-0000000000ff';

forEachDatabase('StoredApps', (db) => {
  let pool: Pool;
  let readers: Pool;
  let apps: StoredApps;

  beforeAll(() => {
    pool = new Pool({ connectionString: db.urlFor('app'), max: 2 });
    readers = new Pool({ connectionString: db.urlFor('query'), max: 2 });
    apps = new StoredApps(pool, readers, systemClock);
  });
  afterAll(() => Promise.all([pool.end(), readers.end()]));

  const audit = async (subject: string): Promise<string[]> =>
    withOrganisation(pool, ada.orgId, async (client) => {
      const { rows } = await client.query<{ line: string }>(
        `select actor || ' ' || action as line from audit_log where subject = $1 order by sequence`,
        [subject]
      );
      return rows.map(({ line }) => line);
    });

  it('creates an app with careful defaults and a first key', async () => {
    const app = await apps.create(ada, { name: 'shop' });
    expect(app).toMatchObject({
      name: 'shop',
      allowed_origins: [],
      consent_mode: 'required',
      without_consent: 'anonymous',
      trust_client_critical: false,
      rate_limit: defaultRateLimit,
    });
    expect(app.keys).toEqual([
      expect.objectContaining({ scope: 'browser', key: expect.stringMatching(/^[0-9a-f]{32}$/), revoked_at: null }),
    ]);
    expect(await apps.get(ada, app.id)).toEqual(app);
    expect(await audit(app.id)).toEqual(['ada app.create']);
  });

  it('keeps what it is given, null for no limit included', async () => {
    const given = {
      name: 'N° "5"',
      allowed_origins: ['https://a.example', '*'],
      consent_mode: 'off' as const,
      without_consent: 'drop' as const,
      trust_client_critical: true,
      rate_limit: null,
    };
    expect(await apps.create(ada, given)).toMatchObject(given);
  });

  it('gives every app a number of its own', async () => {
    const [one, two] = [await apps.create(ada, { name: 'a' }), await apps.create(stranger, { name: 'b' })];
    expect(two.number).toBeGreaterThan(one.number);
  });

  it('changes only what is named', async () => {
    const app = await apps.create(ada, { name: 'a', allowed_origins: ['*'] });
    const limit = { requests_per_second: 5, burst: 10 };
    expect(await apps.update(ada, app.id, { name: 'b', rate_limit: limit })).toEqual({
      ...app,
      name: 'b',
      rate_limit: limit,
    });
    expect(await apps.update(ada, app.id, {})).toMatchObject({ name: 'b' });
    expect(await audit(app.id)).toEqual(['ada app.create', 'ada app.update']);
  });

  it('pages through all apps of the organisation and no other', async () => {
    const owner = adminOf(13);
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const name of names) {
      await apps.create(owner, { name });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await apps.list(owner, { limit: 2, cursor });
      seen.push(...page.items.map(({ name }) => name));
      expect(page.items.every(({ keys }) => keys.length === 1)).toBe(true);
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect([...seen].sort()).toEqual(names);
    expect((await apps.list(adminOf(14), { limit: 10, cursor: undefined })).items).toEqual([]);
    expect((await apps.list(owner, { limit: 10, cursor: 'made up' })).items).toHaveLength(5);
  });

  it('adds and revokes keys', async () => {
    const app = await apps.create(ada, { name: 'a' });
    const key = await apps.createKey(ada, app.id, 'server');
    expect(key).toMatchObject({ scope: 'server', revoked_at: null });
    expect(await apps.revokeKey(ada, app.id, key?.id ?? '')).toBe(true);
    expect(await apps.revokeKey(ada, app.id, key?.id ?? '')).toBe(false);
    const after = await apps.get(ada, app.id);
    expect(after?.keys.map(({ revoked_at }) => revoked_at === null)).toEqual([true, false]);
  });

  it('deletes an app for its people at once', async () => {
    const app = await apps.create(ada, { name: 'a' });
    expect(await apps.delete(ada, app.id)).toBe(true);
    expect(await apps.delete(ada, app.id)).toBe(false);
    expect(await apps.get(ada, app.id)).toBeUndefined();
    expect(await apps.update(ada, app.id, { name: 'b' })).toBeUndefined();
    expect(await apps.createKey(ada, app.id, 'browser')).toBeUndefined();
    expect(await audit(app.id)).toEqual(['ada app.create', 'ada app.delete']);
  });

  it.each([
    ['another organisation', stranger, () => apps.create(ada, { name: 'theirs' }).then(({ id }) => id)],
    ['nobody', ada, () => Promise.resolve(unknown)],
  ])('shows nothing of an app of %s', async (_whose, who, idOf) => {
    const id = await idOf();
    expect(await apps.get(who, id)).toBeUndefined();
    expect(await apps.update(who, id, { name: 'mine' })).toBeUndefined();
    expect(await apps.delete(who, id)).toBe(false);
    expect(await apps.createKey(who, id, 'browser')).toBeUndefined();
    expect(await apps.revokeKey(who, id, unknown)).toBe(false);
    expect(await apps.firstData(who, id)).toBeUndefined();
  });

  it('says what has arrived of an app', async () => {
    const app = await apps.create(ada, { name: 'a' });
    expect(await apps.firstData(ada, app.id)).toEqual({ received: false, first_at: null, last_at: null, counts: {} });
    const own = { org_id: ada.orgId, app_id: app.id };
    const times = [systemClock.now() - 60_000, systemClock.now() - 30_000, systemClock.now()];
    const writer = openTestWriter(db);
    await writer.write(
      rowSet({
        performance_data: times.map((timestamp) => sampleRows.performance({ ...own, timestamp })),
        system_health: [sampleRows.health({ ...own, timestamp: times[1] ?? 0 })],
      })
    );
    await writer.drain();
    expect(await apps.firstData(ada, app.id)).toEqual({
      received: true,
      first_at: new Date(times[0] ?? 0).toISOString(),
      last_at: new Date(times[2] ?? 0).toISOString(),
      counts: { performance_data: 3, system_health: 1 },
    });
  });
});
