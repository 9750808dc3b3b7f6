import { VersionConflict } from '../../domain/access/VersionConflict';
import { NameTaken } from '../../domain/alerting/rules/AlertRuleRepository';
import { forEachDatabase } from '../testing/forEachDatabase';
import { ada, alertStory, bob, pages, rule, stranger } from './testing/alertStory';

forEachDatabase('alert rules in the database', (db) => {
  const { store, create, evaluate, instances, onlyInstance } = alertStory(db);

  describe('a rule', () => {
    it('is read as it was written, by its own organisation only', async () => {
      const made = await create({ labels: { team: 'web' }, reminder_minutes: 30 });
      expect(await store().alertRules.get(ada, made.id)).toEqual(made);
      expect(made).toMatchObject({ labels: { team: 'web' }, reminder_minutes: 30, version: 1, last_evaluation: null });
      expect(await store().alertRules.get(stranger, made.id)).toBeUndefined();
      expect(await store().alertRules.update(stranger, made.id, { enabled: false })).toBeUndefined();
      expect(await store().alertRules.delete(stranger, made.id)).toBe(false);
    });

    it('has a name of its own in its organisation, also when two people are as fast', async () => {
      await create({ name: 'same' });
      await expect(create({ name: 'same' })).rejects.toThrow(NameTaken);
      const second = await create({ name: 'other' });
      await expect(store().alertRules.update(ada, second.id, { name: 'same' })).rejects.toThrow(NameTaken);
      const foreign = await store().alertRules.create(stranger, { ...rule, name: 'same' });
      await store().alertRules.delete(stranger, foreign.id);
    });

    it('tells the second of two people who change it at once', async () => {
      const made = await create();
      await store().alertRules.update(ada, made.id, { severity: 'low', expected_version: 1 });
      const late = store().alertRules.update(bob, made.id, { severity: 'critical', expected_version: 1 });
      await expect(late).rejects.toThrow(VersionConflict);
      expect((await store().alertRules.get(ada, made.id))?.severity).toBe('low');
    });
  });

  it.each([
    ['switched off', 'rule disabled', (id: string) => store().alertRules.update(ada, id, { enabled: false })],
    ['deleted', 'rule deleted', (id: string) => store().alertRules.delete(ada, id)],
    [
      'asks something else',
      'rule changed',
      (id: string) =>
        store().alertRules.update(ada, id, {
          condition_config: { ...rule.condition_config, query: { kind: 'errors', calculation: 'count' } },
        }),
    ],
  ])('a rule that is %s ends its instances with that reason', async (_what, reason, change) => {
    const made = await create();
    await evaluate(pages({ '/a': 3000 }));
    const { id } = await onlyInstance();
    await change(made.id);
    expect(await store().alertInstances.get(ada, id)).toMatchObject({ status: 'resolved', resolve_reason: reason });
  });

  it('a new limit does not end what is open, nor does the same question in another order', async () => {
    const made = await create();
    await evaluate(pages({ '/a': 3000 }));
    const { query, ...others } = rule.condition_config;
    await store().alertRules.update(ada, made.id, {
      condition_config: { ...others, value: 2000, query: Object.fromEntries(Object.entries(query).toReversed()) },
    });
    expect(await instances()).toHaveLength(1);
  });
});
