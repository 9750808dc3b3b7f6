import { NameTaken } from '../../../domain/alerting/rules/AlertRuleRepository';
import type { KnownIntegration } from '../../../domain/alerting/integrations/ExternalAlerts';
import { readNotification } from '../../../domain/alerting/integrations/readNotification';
import {
  alertmanagerNotification,
  grafanaNotification,
} from '../../../domain/alerting/integrations/testing/notifications';
import { hour, minute } from '../../../lib/duration';
import { forEachDatabase } from '../../testing/forEachDatabase';
import { ada, alertStory, bob, stranger } from '../testing/alertStory';

forEachDatabase('integrations in the database', (db) => {
  const { clock, store, instances, onlyInstance, kinds, claimOne } = alertStory(db);
  const all = { limit: 100, cursor: undefined };

  afterEach(async () => {
    for (const { id } of (await store().integrations.list(ada, all)).items) {
      await store().integrations.delete(ada, id);
    }
  });

  const create = async (kind: 'grafana' | 'alertmanager' = 'grafana') => {
    const made = await store().integrations.create(ada, { name: `from ${kind}`, kind });
    const known = await store().externalAlerts.find(made.id, made.token);
    if (known === undefined) {
      throw new Error('the token of a new integration is not known');
    }
    return { ...made, known };
  };
  const tell = (known: KnownIntegration, payload: Record<string, unknown>) =>
    store().externalAlerts.receive(known, readNotification(payload, known.kind), clock.now());
  const memory = (status: 'firing' | 'resolved') => {
    const notification = grafanaNotification();
    return { ...notification, alerts: notification.alerts.slice(0, 1).map((alert) => ({ ...alert, status })) };
  };

  it('are found by their own token only, until they get another or are deleted', async () => {
    const { id, token, hint } = await create();
    expect(token.startsWith(hint)).toBe(true);
    const { id: otherId } = await store().integrations.create(ada, { name: 'other', kind: 'alertmanager' });
    const find = (asked: string, shown: string) => store().externalAlerts.find(asked, shown);
    expect(await find(otherId, token)).toBeUndefined();
    expect(await find(id, `${token}x`)).toBeUndefined();
    const changed = await store().integrations.update(ada, id, { new_token: true });
    expect(await find(id, token)).toBeUndefined();
    expect(await find(id, changed?.token ?? '')).toMatchObject({ id, orgId: 1, kind: 'grafana' });
    expect(await store().integrations.get(ada, id)).not.toHaveProperty('token');
    await store().integrations.delete(ada, id);
    expect(await find(id, changed?.token ?? '')).toBeUndefined();
  });

  it('belong to one organisation and have a name of their own, which their rule has too', async () => {
    const { id, alert_rule_id } = await create();
    expect(await store().integrations.get(stranger, id)).toBeUndefined();
    expect(await store().integrations.delete(stranger, id)).toBe(false);
    await expect(create()).rejects.toThrow(NameTaken);
    await store().integrations.update(ada, id, { name: 'renamed' });
    expect((await store().alertRules.get(ada, alert_rule_id))?.name).toBe('renamed');
  });

  it('keep an alert as an instance from firing over acknowledged to resolved, once however often it is told', async () => {
    const { known } = await create();
    expect(await tell(known, memory('firing'))).toMatchObject({ opened: 1, resolved: 0 });
    expect(await tell(known, memory('firing'))).toMatchObject({ opened: 0, resolved: 0 });
    const instance = await onlyInstance();
    expect(instance).toMatchObject({
      title: 'High memory usage: blue is short of memory',
      severity: 'critical',
      labels: { alertname: 'High memory usage', team: 'blue' },
      triggered_data: { source: 'grafana', links: { dashboard: 'https://grafana.example/d/shop?orgId=1' } },
      firings: 2,
    });
    await store().alertInstances.acknowledge(bob, instance.id, { comment: 'on it' });
    await tell(known, memory('firing'));
    expect((await onlyInstance()).status).toBe('acknowledged');
    expect(await tell(known, memory('resolved'))).toMatchObject({ resolved: 1 });
    expect(await kinds(instance.id)).toEqual(['opened', 'acknowledged', 'resolved']);
    expect(await store().alertInstances.get(ada, instance.id)).toMatchObject({
      status: 'resolved',
      resolve_reason: 'recovered',
      acknowledged_login: 'bob',
    });
  });

  it('do not open again what a person resolved, until the other system has', async () => {
    const { known } = await create();
    await tell(known, memory('firing'));
    await store().alertInstances.resolve(ada, (await onlyInstance()).id, {});
    await tell(known, memory('firing'));
    expect(await instances()).toEqual([]);
    await tell(known, memory('resolved'));
    await tell(known, memory('firing'));
    expect(await instances()).toHaveLength(1);
  });

  it('say when they were heard of, and what was wrong with it', async () => {
    const { id, known } = await create('alertmanager');
    const payload = alertmanagerNotification();
    await tell(known, { ...payload, alerts: [...payload.alerts, { status: 'firing' }] });
    expect(await store().integrations.get(ada, id)).toMatchObject({
      last_received_at: new Date(clock.now()).toISOString(),
      last_problem: expect.stringMatching(/^1 could not be taken; number 3: "labels".*left 3 alerts out/),
    });
    await tell(known, memory('firing'));
    expect((await store().integrations.get(ada, id))?.last_problem).toBeNull();
  });

  it('take nothing while their rule is switched off, and are not evaluated here', async () => {
    const { known, alert_rule_id } = await create();
    await expect(claimOne()).rejects.toThrow('no rule is due');
    await tell(known, memory('firing'));
    await store().alertRules.update(ada, alert_rule_id, { enabled: false });
    expect(await instances()).toEqual([]);
    expect(await tell(known, memory('firing'))).toMatchObject({ opened: 0, ignored: expect.any(String) });
    expect(await instances()).toEqual([]);
  });

  it('are reminded of, and end when nothing is heard of them, although nobody tells', async () => {
    const { known, alert_rule_id } = await create();
    await store().alertRules.update(ada, alert_rule_id, { reminder_minutes: 30, stale_hours: 1 });
    await tell(known, memory('firing'));
    const { id } = await onlyInstance();
    expect(await store().externalLives.pass(clock.now())).toBe(0);
    await clock.advance(31 * minute);
    expect(await store().externalLives.pass(clock.now())).toBe(1);
    await clock.advance(hour);
    await store().externalLives.pass(clock.now());
    expect(await kinds(id)).toEqual(['opened', 'reminder', 'resolved']);
    expect(await store().alertInstances.get(ada, id)).toMatchObject({ resolve_reason: 'stale' });
  });

  it('resolve what is open when they are deleted', async () => {
    const { id, known } = await create();
    await tell(known, memory('firing'));
    const { id: instanceId } = await onlyInstance();
    await store().integrations.delete(ada, id);
    expect(await store().alertInstances.get(ada, instanceId)).toMatchObject({ resolve_reason: 'rule deleted' });
  });
});
