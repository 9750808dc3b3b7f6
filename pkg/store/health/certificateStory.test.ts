import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import { createSenders } from '../../delivery/createSenders';
import { instanceLinks } from '../../domain/alerting/messages/InstanceLinks';
import { createQueryRunner } from '../../domain/query/createQueryRunner';
import { alertJob } from '../../jobs/alerts';
import { DeliveryJob } from '../../jobs/deliveries';
import { Bell } from '../../lib/Bell';
import { minute, second } from '../../lib/duration';
import { silentLogger } from '../../lib/Logger';
import { addressGuard } from '../../lib/outbound/AddressGuard';
import { createCheckRunner } from '../../probes/createCheckRunner';
import { createAuthority, createCertificate, type TestCertificate } from '../../probes/testing/authority';
import { atHome, listening } from '../../probes/testing/probing';
import { StoredEvidence } from '../alerting/evidence/StoredEvidence';
import { createQueryStore } from '../query/createQueryStore';
import { forEachDatabase } from '../testing/forEachDatabase';
import { ada, healthStory } from './testing/healthStory';

forEachDatabase('a certificate that is about to end', (db) => {
  const { clock, store } = healthStory(db);
  const told: Array<Record<string, unknown>> = [];
  let authority: TestCertificate;
  let service: TlsServer;
  let hook: Server;

  beforeAll(async () => {
    authority = await createAuthority();
    const { cert, private: key } = await createCertificate('mail.example', 9, authority);
    service = createTlsServer({ cert, key }, (socket) => socket.on('error', () => undefined));
    hook = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        told.push(JSON.parse(body) as Record<string, unknown>);
        response.end();
      });
    });
  });
  afterAll(() => {
    service.close();
    hook.close();
  });

  it('is found, told of, and over once there is a new one', async () => {
    const guard = addressGuard(['127.0.0.0/8'], 'SEAMARK_PROBE_ALLOW');
    const runner = createCheckRunner({
      ...{ guard, find: atHome, authorities: [authority.cert], now: () => clock.now() },
      monotonic: () => performance.now(),
      measure: async () => ({ value: null, samples: 0 }),
    });
    const query = createQueryRunner({ store: createQueryStore({ pool: store().pools.query }), clock });
    const common = { clock, logger: silentLogger };
    const alerts = alertJob({
      evaluations: store().alertEvaluations,
      evidence: new StoredEvidence(store().pools.query, query),
      ...common,
    });
    const sending = new DeliveryJob({
      queue: store().deliveryQueue,
      senders: createSenders({
        ...{ guard, clock, links: instanceLinks(undefined), origin: 'here', version: '1', mail: undefined },
      }),
      ...common,
      ...{ bell: new Bell(), random: () => 0, noteAttempt: () => undefined },
    });
    const url = `http://127.0.0.1:${await listening(hook)}/hook`;
    await store().channels.create(ada, { name: 'hook', kind: 'webhook', settings: { url } });
    await store().alertRules.create(ada, {
      ...{ name: 'certificate ends', condition_type: 'pattern', severity: 'high', notification_channels: ['hook'] },
      cooldown_minutes: 0,
      condition_config: { kind: 'certificate', days: 14, evaluation_interval_seconds: 10, delay_seconds: 0 },
    });
    const { id } = await store().healthChecks.create(ada, {
      ...{ service_name: 'mail', kind: 'tls', interval_seconds: 60 },
      settings: { host: 'mail.example', port: await listening(service) },
    });
    const look = async () => {
      await clock.advance(minute);
      for (const due of await store().dueChecks.claim(clock.now(), clock.now(), 10)) {
        const report = await runner.run(due);
        await store().dueChecks.keep(due, { at: clock.now(), report, attempts: 1, location: 'here' });
      }
      await clock.advance(10 * second);
      await alerts.act(clock.now());
      await sending.act();
      await sending.drain();
      const { items } = await store().alertInstances.list(ada, {
        ...{ statuses: [], severities: [], limit: 10, cursor: undefined },
      });
      return items.map(({ status, labels }) => [status, labels.service_name]);
    };

    expect(await look()).toEqual([['active', 'mail']]);
    const check = await store().healthChecks.get(ada, id);
    // It still answers: the check itself only warns.
    expect(check).toMatchObject({ status: 'degraded', last_error: expect.stringContaining('certificate days is') });
    expect(check?.certificate_expires_at).not.toBeNull();
    expect(told).toMatchObject([
      { event: 'opened', instances: [{ labels: { service_name: 'mail' }, unit: 'days', limit: 14 }] },
    ]);

    const renewed = await createCertificate('mail.example', 90, authority);
    service.setSecureContext({ cert: renewed.cert, key: renewed.private });
    expect(await look()).toEqual([['resolved', 'mail']]);
    expect(told[1]).toMatchObject({ event: 'resolved' });
  }, 60_000);
});
