import { measureOf } from '../../domain/alerting/evidence/measureOf';
import { createQueryRunner } from '../../domain/query/createQueryRunner';
import { minute, second } from '../../lib/duration';
import { addressGuard } from '../../lib/outbound/AddressGuard';
import { createCheckRunner } from '../../probes/createCheckRunner';
import { StoredEvidence } from '../alerting/evidence/StoredEvidence';
import { createQueryStore } from '../query/createQueryStore';
import { seedApp, seedRows } from '../query/testing/seedRows';
import { forEachDatabase } from '../testing/forEachDatabase';
import { ada, healthStory } from './testing/healthStory';

forEachDatabase('a service that is judged by its own numbers', (db) => {
  const { clock, store, create } = healthStory(db);

  it('is as its error count and its latency say, and unknown without either', async () => {
    const query = createQueryRunner({ store: createQueryStore({ pool: store().pools.query }), clock });
    const evidence = new StoredEvidence(store().pools.query, query);
    const runner = createCheckRunner({
      guard: addressGuard([], 'SEAMARK_PROBE_ALLOW'),
      monotonic: () => performance.now(),
      now: () => clock.now(),
      measure: (orgId, settings, signal) => measureOf(evidence.of(orgId, signal), settings, clock.now()),
    });
    const app = { id: await seedApp(db, ada.orgId, 'shop'), orgId: ada.orgId };
    const filters = [{ field: 'app', operator: '=', value: 'shop' }];
    const sure = { kind: 'derived', interval_seconds: 60, failures_to_down: 1, successes_to_recover: 1 } as const;
    const errors = await create({
      ...sure,
      service_name: 'by errors',
      settings: { query: { kind: 'errors', calculation: 'count', filters }, window_minutes: 5, down_above: 2 },
    });
    const latency = await create({
      ...sure,
      service_name: 'by latency',
      settings: {
        query: { kind: 'metrics', metric: 'API_RESPONSE_TIME', calculation: 'p95', groupBy: ['page_path'], filters },
        ...{ window_minutes: 5, degraded_above: 200, down_above: 1000, min_samples: 3 },
      },
    });
    const look = async () => {
      await clock.advance(minute);
      for (const due of await store().dueChecks.claim(clock.now(), clock.now(), 10)) {
        const report = await runner.run(due);
        await store().dueChecks.keep(due, { at: clock.now(), report, attempts: 1, location: 'here' });
      }
      const found = [await store().healthChecks.get(ada, errors.id), await store().healthChecks.get(ada, latency.id)];
      return found.map((check) => [check?.status, check?.last_error]);
    };
    const at = () => clock.now() - 30 * second;
    const api = (page_path: string, value: number, count: number) =>
      seedRows(
        db,
        'metrics',
        app,
        Array.from({ length: count }, () => ({ at: at(), page_path, value }))
      );

    expect(await look()).toEqual([
      ['healthy', null],
      [null, null],
    ]);
    await seedRows(db, 'errors', app, [{ at: at() }, { at: at() }]);
    await api('/fast', 100, 5);
    // Of one page only two samples: they say nothing.
    await api('/rare', 5000, 2);
    expect(await look()).toEqual([
      ['healthy', null],
      ['healthy', null],
    ]);
    await seedRows(db, 'errors', app, [{ at: at() }]);
    await api('/slow', 400, 5);
    const [down, degraded] = await look();
    expect(down).toEqual(['down', '3 is above 2']);
    expect(degraded).toEqual(['degraded', expect.stringMatching(/^(39|40)\d(\.\d)? is above 200$/)]);
    await clock.advance(6 * minute);
    // The errors are over; of latency nothing is known any more, so it stays as it was.
    expect((await look()).map(([status]) => status)).toEqual(['healthy', 'degraded']);
  }, 30_000);
});
