import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DueChecks } from '../../domain/health/checks/DueChecks';
import { createQueryRunner } from '../../domain/query/createQueryRunner';
import { alertJob } from '../../jobs/alerts';
import { probeJob } from '../../jobs/probes';
import { second } from '../../lib/duration';
import { silentLogger } from '../../lib/Logger';
import { addressGuard } from '../../lib/outbound/AddressGuard';
import { eventually } from '../../lib/testing/eventually';
import { createCheckRunner } from '../../probes/createCheckRunner';
import { StoredEvidence } from '../alerting/evidence/StoredEvidence';
import { createQueryStore } from '../query/createQueryStore';
import { forEachDatabase } from '../testing/forEachDatabase';
import { ada, healthStory } from './testing/healthStory';

function bound(checks: DueChecks): DueChecks {
  return {
    claim: (...all) => checks.claim(...all),
    renew: (...all) => checks.renew(...all),
    keep: (...all) => checks.keep(...all),
    release: (...all) => checks.release(...all),
  };
}

forEachDatabase('a service that goes down and comes back', (db) => {
  const { clock, store } = healthStory(db);
  let server: Server;
  let answer = 200;

  beforeAll((done) => {
    server = createServer((_request, response) => response.writeHead(answer).end('ok'));
    server.listen(0, '127.0.0.1', done);
  });
  afterAll((done) => void server.close(done));

  it('is confirmed, opens an incident and an alert that is told, closes both, and its uptime is right to the second', async () => {
    const evidence = new StoredEvidence(
      store().pools.query,
      createQueryRunner({ store: createQueryStore({ pool: store().pools.query }), clock })
    );
    const runner = createCheckRunner({
      guard: addressGuard(['127.0.0.0/8'], 'SEAMARK_PROBE_ALLOW'),
      monotonic: () => performance.now(),
      now: () => clock.now(),
      measure: async () => ({ value: null, samples: 0 }),
    });
    const { signal } = new AbortController();
    const common = { clock, logger: silentLogger };
    let probing: string | undefined;
    const checks: DueChecks = {
      ...bound(store().dueChecks),
      claim: async (at, until, limit) => {
        const due = await store().dueChecks.claim(at, until, limit);
        probing = due[0]?.id ?? probing;
        return due;
      },
    };
    const probes = probeJob({ checks, runner, location: 'here', stopping: signal, ...common });
    const alerts = alertJob({ evaluations: store().alertEvaluations, evidence, ...common });
    await store().channels.create(ada, {
      name: 'hook',
      kind: 'webhook',
      settings: { url: 'https://shop.example/hook', secret: 'long enough' },
    });
    await store().alertRules.create(ada, {
      name: 'service down',
      condition_type: 'pattern',
      severity: 'critical',
      notification_channels: ['hook'],
      condition_config: {
        kind: 'health',
        service_name: '*',
        status: 'down',
        evaluation_interval_seconds: 10,
        delay_seconds: 0,
      },
    });
    const { port } = server.address() as AddressInfo;
    const check = await store().healthChecks.create(ada, {
      ...{ service_name: 'shop', kind: 'http', settings: { url: `http://127.0.0.1:${port}/` }, interval_seconds: 10 },
      ...{ failures_to_down: 2, successes_to_recover: 2, uptime_target: 99.9 },
    });
    const started = clock.now();
    const now = async () => {
      const found = await store().healthChecks.get(ada, check.id);
      return { status: found?.status, at: Date.parse(found?.last_checked_at ?? ''), error: found?.last_error };
    };
    const isNew = async (before: number): Promise<boolean> => {
      const { at } = await now();
      return !Number.isNaN(at) && at !== before;
    };
    /** On to the next result: the probe is real, the clock is not. */
    const look = async () => {
      const before = (await now()).at;
      await probes.act(clock.now());
      // What is due is taken on a second ahead, and looked at once the clock is there.
      for (let moved = 0; moved < 12 && probing === undefined; moved += 1) {
        await clock.advance(second);
        await probes.act(clock.now());
      }
      await clock.advance(second);
      await eventually(() => isNew(before), 'the result is kept');
      probing = undefined;
      await alerts.act(clock.now());
      return now();
    };
    const instances = async () =>
      (await store().alertInstances.list(ada, { statuses: [], severities: [], limit: 10, cursor: undefined })).items;
    const incidents = async () =>
      (
        await store().incidents.list(ada, {
          ...{ service: 'shop', open: undefined, from: undefined, to: undefined, limit: 10, cursor: undefined },
        })
      ).items;

    expect((await look()).status).toBe('healthy');
    answer = 503;
    const firstFailure = await look();
    expect(firstFailure.status).toBe('healthy');
    expect(await instances()).toEqual([]);
    const confirmed = await look();
    expect(confirmed).toMatchObject({ status: 'down', error: expect.stringContaining('503') });
    await look();
    expect(await instances()).toMatchObject([{ status: 'active', labels: { service_name: 'shop' } }]);
    expect(await incidents()).toMatchObject([
      { ended_at: null, started_at: new Date(firstFailure.at).toISOString(), worst_status: 'down' },
    ]);
    answer = 200;
    expect((await look()).status).toBe('down');
    const back = await look();
    expect(back.status).toBe('healthy');
    await look();
    expect(await instances()).toMatchObject([{ status: 'resolved' }]);
    const [incident] = await incidents();
    expect(incident).toMatchObject({ ended_at: new Date(back.at).toISOString() });
    expect(incident?.alert_instance_ids).toHaveLength(1);
    const log = await store().deliveryLog.list(ada, {
      ...{ statuses: [], channel: undefined, ruleId: undefined, instanceId: undefined, limit: 10, cursor: undefined },
    });
    expect(log.items.map(({ kind }) => kind).toSorted()).toEqual(['opened', 'resolved']);
    await clock.advance(second);
    const uptime = await store().healthChecks.uptime(ada, check.id);
    expect(uptime?.month.down_seconds).toBe((back.at - confirmed.at) / second);
    expect(uptime?.month.observed_seconds).toBeLessThanOrEqual((clock.now() - started) / second);
  }, 60_000);
});
