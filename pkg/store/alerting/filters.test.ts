import { QueryError } from '../../domain/query/QueryRunner';
import { hour } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { ada, alertStory, pages, stranger } from './testing/alertStory';

forEachDatabase('finding alert instances', (db) => {
  const { clock, store, create, evaluate, instances } = alertStory(db);
  const all = { statuses: [], severities: [], limit: 100, cursor: undefined };
  const list = async (more: Partial<Parameters<ReturnType<typeof store>['alertInstances']['list']>[1]>) =>
    (await store().alertInstances.list(ada, { ...all, ...more })).items
      .map(({ labels }) => labels.page_path)
      .toSorted();

  it('goes by labels, as silences do', async () => {
    const made = await create({ labels: { team: 'web' } });
    await evaluate(pages({ '/cart': 3000, '/cart/:id': 3000, '/home': 3000 }));
    const by = (name: string, operator: '=' | '!=' | '=~' | '!~', value: string) =>
      list({ ruleId: made.id, matchers: [{ name, operator, value }] });
    expect(await by('page_path', '=', '/cart')).toEqual(['/cart']);
    expect(await by('page_path', '!=', '/cart')).toEqual(['/cart/:id', '/home']);
    expect(await by('page_path', '=~', '/cart')).toEqual(['/cart']);
    expect(await by('page_path', '=~', '/cart.*|/home')).toHaveLength(3);
    expect(await by('page_path', '!~', '/cart.*')).toEqual(['/home']);
    expect(await by('team', '=', 'web')).toHaveLength(3);
    expect(await by('region', '=', '')).toHaveLength(3);
    expect(await by('severity', '=', 'high')).toHaveLength(3);
    expect(await by('alertname', '=', made.name)).toHaveLength(3);
    await expect(by('team', '=~', '(')).rejects.toThrow(QueryError);
  });

  it('goes by person, severity and the time at which they were open, and counts the same', async () => {
    const made = await create();
    const ruleId = made.id;
    await evaluate(pages({ '/early': 3000 }));
    await evaluate(pages({ '/early': 100 }));
    await clock.advance(hour);
    const from = clock.now();
    await evaluate(pages({ '/late': 3000 }));
    const [late] = (await instances()).filter(({ labels }) => labels.page_path === '/late');
    await store().alertInstances.assign(ada, late?.id ?? '', { to: 'bob' });
    expect(await list({ ruleId, from })).toEqual(['/late']);
    expect(await list({ ruleId, to: from })).toEqual(['/early']);
    expect(await list({ ruleId, assignedTo: 'bob' })).toEqual(['/late']);
    expect(await list({ ruleId, assignedTo: '' })).toEqual(['/early']);
    expect(await list({ ruleId, severities: ['low', 'critical'] })).toEqual([]);
    const none = { critical: 0, high: 0, medium: 0, low: 0 };
    expect(await store().alertInstances.count(ada, { ruleId })).toEqual({
      active: { ...none, high: 1 },
      acknowledged: none,
      resolved: { ...none, high: 1 },
    });
    expect((await store().alertInstances.count(ada, { ruleId, from })).resolved).toEqual(none);
    expect((await store().alertInstances.count(stranger, { ruleId })).active).toEqual(none);
  });
});
