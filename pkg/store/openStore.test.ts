import { StoreAway } from '../domain/ingest/RowWriter';
import { systemClock } from '../lib/Clock';
import { withOrganisation } from './connections/withOrganisation';
import { knownSchema } from './migrations/migrations';
import { adminOf } from './testing/adminOf';
import { forEachDatabase } from './testing/forEachDatabase';
import { HangingProxy } from './testing/HangingProxy';
import { openTestStore } from './testing/openTestStore';
import { rowSet, sampleRows } from './testing/sampleRows';

const admin = adminOf(1);

forEachDatabase('openStore', (db) => {
  it('takes a row from an app’s key to the query role', async () => {
    const store = openTestStore(db);
    const app = await store.apps.create(admin, { name: 'shop' });
    const keyed = await store.keys.find(app.keys[0]?.key ?? '');
    const row = sampleRows.performance({ org_id: keyed?.orgId ?? 0, app_id: keyed?.appId ?? '' });
    await store.writer.write(rowSet({ performance_data: [row], people: [sampleRows.person({ app_id: app.id })] }));
    const read = (orgId: number) =>
      withOrganisation(store.pools.query, orgId, async (client) => {
        const { rows } = await client.query('select id, device_info from performance_data where app_id = $1', [app.id]);
        return rows as unknown[];
      });
    expect(await read(1)).toEqual([{ id: row.id, device_info: { browser: 'Firefox' } }]);
    expect(await read(2)).toEqual([]);
    await store.close();
  });

  it('says what the server is', async () => {
    const store = openTestStore(db);
    expect(await store.capabilities()).toMatchObject({
      version: expect.stringMatching(/^1[5-9]/),
      schema: knownSchema,
      size_bytes: expect.any(Number),
      citus: false,
      hll: false,
    });
    await store.close();
  });

  it('survives that every connection breaks, and serves the next who asks', async () => {
    const proxy = await HangingProxy.start(db.ownerUrl);
    const store = openTestStore(db, { url: proxy.urlFor(db.ownerUrl) });
    await Promise.all([store.capabilities(), store.apps.list(admin, { limit: 1, cursor: undefined })]);
    proxy.cut();
    await systemClock.sleep(50);
    expect((await store.capabilities()).schema).toBe(knownSchema);
    expect(await store.keys.find('0'.repeat(32))).toBeUndefined();
    await store.close();
    await proxy.stop();
  });

  it('throws StoreAway from everything while nobody answers, and closes all the same', async () => {
    const store = openTestStore(db, { url: 'postgresql://x:y@127.0.0.1:1/z' });
    const asked = [
      store.capabilities(),
      store.keys.find('0'.repeat(32)),
      store.identityKeys.organisationKey(1),
      store.identityKeys.dailySalt(0),
      Promise.resolve(store.paths.resolve({ orgId: 1, appId: admin.login }, '/a')),
      store.apps.list(admin, { limit: 1, cursor: undefined }),
      store.tokens.find('seamark_x'),
      store.writer.write(rowSet({ monitoring_metrics: [sampleRows.metric()] })),
    ];
    for (const outcome of await Promise.allSettled(asked)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(StoreAway) });
    }
    await store.close();
  });
});
