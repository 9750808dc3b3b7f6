import { Pool } from 'pg';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { withOrganisation } from '../connections/withOrganisation';
import { seedApp } from '../query/testing/seedRows';
import { manualClock } from '../../lib/testing/manualClock';
import { StoredConsent } from './StoredConsent';

const ada = '018f0000-0000-7000-8000-00000000000a';
const bob = '018f0000-0000-7000-8000-00000000000b';
const here = { orgId: 1, login: 'ada' };
const elsewhere = { orgId: 2, login: 'eve' };

forEachDatabase('consent decisions', (db) => {
  let pool: Pool;
  let consent: StoredConsent;
  let shop: string;
  const decide = (owner: string, day: string, decision: string, more: { app?: string; org?: number } = {}) =>
    withClient(db.urlFor('ingest'), (client) =>
      client.query(
        `insert into consent_decisions (org_id, app_id, owner, day, mode, decision, source)
          values ($1, $2, $3, $4, 'required', $5, 'site') on conflict do nothing`,
        [more.org ?? 1, more.app ?? shop, owner, day, decision]
      )
    );
  const count = async (limit = 100, cursor?: string, appId?: string) =>
    consent.count(here, { appId, from: '2026-11-01', to: '2026-11-30', limit, cursor });
  const lines = async () =>
    (await count()).items.map(({ app, day, decision, visitors }) => `${app} ${day} ${decision} ${visitors}`);

  beforeAll(async () => {
    pool = new Pool({ connectionString: db.urlFor('app'), max: 2 });
    consent = new StoredConsent(pool, manualClock());
    shop = await seedApp(db, 1, 'shop');
    await decide(ada, '2026-11-20', 'granted');
    await decide(ada, '2026-11-20', 'granted');
    await decide(bob, '2026-11-20', 'granted');
    await decide(bob, '2026-11-21', 'denied');
    await decide(bob, '2026-10-01', 'granted');
    await decide(ada, '2026-11-20', 'granted', { org: 2, app: await seedApp(db, 2, 'foreign') });
  });
  afterAll(() => pool.end());

  it('are counted by visitor, however often one says it', async () => {
    expect(await lines()).toEqual(['shop 2026-11-21 denied 1', 'shop 2026-11-20 granted 2']);
  });

  it('come in pages, which a made-up cursor does not break', async () => {
    const first = await count(1);
    expect(first.items).toMatchObject([{ decision: 'denied' }]);
    const second = await count(1, first.next_cursor ?? '');
    expect(second).toMatchObject({ items: [{ decision: 'granted' }], next_cursor: null });
    expect((await count(5, 'made up')).items).toHaveLength(2);
  });

  it('are of one app where that is asked for', async () => {
    expect((await count(5, undefined, ada)).items).toEqual([]);
    expect((await count(5, undefined, shop)).items).toHaveLength(2);
  });

  it('of a person are all that this organisation has', async () => {
    expect(await consent.ofSubject(here, bob)).toMatchObject([
      { day: expect.any(String), app_id: shop },
      { app_id: shop },
      { app_id: shop },
    ]);
    expect(await consent.ofSubject(elsewhere, bob)).toEqual([]);
  });

  it('are erased with a word in the audit log that does not say whose', async () => {
    expect(await consent.erase(elsewhere, bob)).toBe(0);
    expect(await consent.erase(here, bob)).toBe(3);
    expect(await consent.ofSubject(here, bob)).toEqual([]);
    expect(await lines()).toEqual(['shop 2026-11-20 granted 1']);
    const { rows } = await withOrganisation(pool, 1, (client) => client.query('select * from audit_log'));
    expect(rows).toMatchObject([{ actor: 'ada', action: 'consent.erase', subject: null, details: { decisions: 3 } }]);
    expect(JSON.stringify(rows)).not.toContain(bob);
  });

  it.each([
    ['ingest', 'select * from consent_decisions'],
    ['ingest', 'delete from consent_decisions'],
    ['query', 'select * from consent_decisions'],
    ['app', `update consent_decisions set decision = 'granted'`],
    ['jobs', `update consent_decisions set decision = 'granted'`],
  ] as const)('are none of the business of %s: %s', async (role, sql) => {
    await expect(withClient(db.urlFor(role), (client) => client.query(sql))).rejects.toThrow(/permission denied/);
  });
});
