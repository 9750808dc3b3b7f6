import type { InstanceFilters } from '../../../domain/alerting/instances/AlertInstanceRepository';
import { StoreAway } from '../../../domain/ingest/RowWriter';
import type { AdminDependencies } from '../AdminDependencies';
import { createAdminApp } from '../createAdminApp';
import { fakeDependencies, secrets } from '../testing/fakeDependencies';

const id = '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f';
const other = '1b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f';

/** A listener that remembers what instances were asked for. */
function story(change: Partial<AdminDependencies['alertInstances']> = {}) {
  const asked: InstanceFilters[] = [];
  const dependencies = fakeDependencies();
  const app = createAdminApp({
    ...dependencies,
    alertInstances: {
      ...dependencies.alertInstances,
      list: async (who, selection) => {
        asked.push(selection);
        return dependencies.alertInstances.list(who, selection);
      },
      ...change,
    },
  });
  const call = async (method: 'GET' | 'POST', path: string, payload?: object) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${secrets.admin}` },
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  return { asked, call };
}

const { asked, call } = story();

describe('the list of alert instances', () => {
  it('needs no filter, and understands all of them', async () => {
    expect((await call('GET', '/alert-instances')).status).toBe(200);
    const labels = encodeURIComponent('team="web",page_path=~"/c.*"');
    const query = `status=active,acknowledged&severity=high,critical&labels=${labels}&assigned_to=&from=2026-11-23T00:00:00Z`;
    expect((await call('GET', `/alert-instances?${query}`)).status).toBe(200);
    expect(asked[1]).toMatchObject({
      statuses: ['active', 'acknowledged'],
      severities: ['high', 'critical'],
      matchers: [
        { name: 'team', operator: '=', value: 'web' },
        { name: 'page_path', operator: '=~', value: '/c.*' },
      ],
      assignedTo: '',
      from: Date.UTC(2026, 10, 23),
      to: undefined,
    });
  });

  it.each([
    ['severity=purple', 'severity'],
    ['labels=team', 'labels'],
    ['from=2026-11-24T00:00:00Z&to=2026-11-23T00:00:00Z', 'from'],
    ['rule=one', 'rule'],
  ])('refuses %s', async (query, field) => {
    const { status, body } = await call('GET', `/alert-instances?${query}`);
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(field)]);
  });

  it('is counted by the same filters', async () => {
    const { body } = await call('GET', '/alert-instances/counts?labels=team=web');
    expect(body.active).toEqual({ critical: 1, high: 1, medium: 1, low: 1 });
  });
});

describe('acting on many alerts at once', () => {
  const bulk = (more: object) => ({ act: 'acknowledge', items: [{ id }], ...more });

  it('answers for each by itself: one that fails never costs the others', async () => {
    const { status, body } = await call('POST', '/alert-instances/bulk', {
      act: 'acknowledge',
      comment: 'on it',
      items: [{ id: other }, { id: 'nonsense' }, { id, expected_version: 1 }, { id }],
    });
    expect(status).toBe(200);
    expect(body.items.map((item: { id: string; status: number }) => [item.id, item.status])).toEqual([
      [other, 404],
      ['nonsense', 404],
      [id, 200],
      [id, 400],
    ]);
    expect(body.items[2].instance).toMatchObject({ id });
  });

  it('does not go on once the database is away', async () => {
    let tries = 0;
    const failing = story({
      resolve: async () => {
        tries += 1;
        throw new StoreAway('The database is away', 2);
      },
    });
    const items = [{ id }, { id: other }];
    const { body } = await failing.call('POST', '/alert-instances/bulk', { act: 'resolve', items });
    expect(body.items.map((item: { status: number }) => item.status)).toEqual([503, 503]);
    expect(tries).toBe(1);
  });

  it('assigns, comments and takes back with what each needs', async () => {
    expect((await call('POST', '/alert-instances/bulk', bulk({ act: 'assign', to: null }))).body.items[0].status).toBe(
      200
    );
    expect(
      (await call('POST', '/alert-instances/bulk', bulk({ act: 'comment', comment: 'x' }))).body.items[0].status
    ).toBe(200);
    expect((await call('POST', '/alert-instances/bulk', bulk({ act: 'unacknowledge' }))).body.items[0].status).toBe(
      409
    );
  });

  it.each([
    ['an end of what is no acknowledgement', { act: 'resolve', until: '2030-01-01T00:00:00Z' }, '"until"'],
    ['an end in the past', { until: '2001-01-01T00:00:00Z' }, '"until"'],
    ['nobody to assign to', { act: 'assign' }, '"to"'],
    ['somebody for another act', { to: 'ada' }, '"to"'],
    ['a comment without words', { act: 'comment', comment: ' ' }, '"comment"'],
    ['nothing', { items: [] }, 'items'],
  ])('refuses %s', async (_what, more, field) => {
    const { status, body } = await call('POST', '/alert-instances/bulk', bulk(more));
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(field)]);
  });
});
