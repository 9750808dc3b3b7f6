import { minute } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { ada, alertStory, pages, rule, stranger } from './testing/alertStory';

const critical = [{ field: 'severity', operator: '=', value: 'critical' }];

forEachDatabase('rules over critical errors in the database', (db) => {
  const { clock, store, other, create, claimOne } = alertStory(db);
  const rules = async (who = ada) =>
    (await store().alertRules.list(who, { limit: 100, cursor: undefined })).items.map(({ name }) => name);
  const due = async () => (await store().alertEvaluations.claim(clock.now(), 100)).map(({ name }) => name);
  const settle = async () => {
    for (const claimed of await store().alertEvaluations.claim(clock.now(), 100)) {
      await store().alertEvaluations.keep(claimed, { finding: pages({}), at: clock.now(), durationMs: 1 });
    }
  };

  it('exist once the first critical error is stored, one an organisation, and are due at once', async () => {
    await Promise.all([store(), other(), store()].map((each) => each.urgentRules.hurry(ada.orgId, clock.now())));
    expect(await rules()).toEqual(['Critical errors']);
    expect(await rules(stranger)).toEqual([]);
    expect(await due()).toEqual(['Critical errors']);
  });

  it('exist once there is a channel to send to', async () => {
    await store().channels.create(stranger, { name: 'mail', kind: 'email', settings: { to: ['a@b.example'] } });
    const { items } = await store().alertRules.list(stranger, { limit: 100, cursor: undefined });
    expect(items.map(({ name }) => name)).toEqual(['Critical errors']);
    await store().alertRules.delete(stranger, items[0]?.id ?? '');
  });

  it('stay as people have changed them', async () => {
    await store().urgentRules.hurry(ada.orgId, clock.now());
    const [made] = (await store().alertRules.list(ada, { limit: 1, cursor: undefined })).items;
    await store().alertRules.update(ada, made?.id ?? '', { name: 'ours', enabled: false });
    await store().urgentRules.hurry(ada.orgId, clock.now());
    expect(await rules()).toEqual(['ours']);
    expect(await due()).toEqual([]);
  });

  it('are due now, those of people too, as soon as their delay lets them see; all others keep their beat', async () => {
    const config = { ...rule.condition_config, query: { kind: 'errors', calculation: 'count', filters: critical } };
    const own = await create({ name: 'own', condition_config: { ...config, delay_seconds: 0 } });
    await create({ name: 'late', condition_config: { ...config, delay_seconds: 30 } });
    await create({ name: 'vitals' });
    await settle();
    await store().urgentRules.hurry(ada.orgId, clock.now());
    expect((await due()).toSorted()).toEqual(['Critical errors', own.name]);
    await clock.advance(minute / 2);
    expect((await due()).toSorted()).toContain('late');
  });

  it('that are being evaluated this moment are asked for again', async () => {
    await store().urgentRules.hurry(ada.orgId, clock.now());
    const claimed = await claimOne();
    expect(await other().urgentRules.hurry(ada.orgId, clock.now())).toBe(false);
    await store().alertEvaluations.keep(claimed, { finding: pages({}), at: clock.now(), durationMs: 1 });
    expect(await other().urgentRules.hurry(ada.orgId, clock.now())).toBe(true);
    expect(await due()).toEqual(['Critical errors']);
  });
});
