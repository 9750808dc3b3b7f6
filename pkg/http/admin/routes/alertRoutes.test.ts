import type { FastifyInstance } from 'fastify';
import { createAdminApp } from '../createAdminApp';
import { fakeDependencies, secrets } from '../testing/fakeDependencies';

const id = '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f';
const rule = {
  name: 'LCP is poor',
  severity: 'high',
  condition_type: 'threshold',
  condition_config: {
    query: { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'] },
    window_minutes: 5,
    operator: '>',
    value: 2500,
  },
};

let app: FastifyInstance;
beforeAll(() => {
  app = createAdminApp(fakeDependencies());
});
afterAll(() => app.close());

async function call(method: 'POST' | 'PATCH' | 'GET', path: string, payload?: object) {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${secrets.admin}` },
    ...(payload && { payload }),
  });
  return { status: answer.statusCode, message: String(answer.json().error?.message ?? '') };
}

const query = (more: object) => ({
  ...rule,
  condition_config: { ...rule.condition_config, query: { ...rule.condition_config.query, ...more } },
});

describe('saving an alert rule', () => {
  it('takes one that can be evaluated', async () => {
    expect((await call('POST', '/alert-rules', rule)).status).toBe(201);
    expect((await call('PATCH', `/alert-rules/${id}`, { severity: 'low' })).status).toBe(200);
  });

  it.each([
    ['a field that does not exist', query({ groupBy: ['colour'] }), 'colour'],
    ['alerts, its own among them', query({ kind: 'alerts', metric: undefined, calculation: 'count' }), 'about alerts'],
    ['a group that names a person', query({ groupBy: ['user_id'] }), 'user_id'],
    ['a group of sessions', query({ groupBy: ['session_id'] }), 'session_id'],
    [
      'a filter on what a person wrote',
      query({ filters: [{ field: 'error_message', operator: '=', value: 'x' }] }),
      'error_message',
    ],
    ['a variable of a dashboard', query({ filters: [{ field: 'app', operator: '=', value: '$app' }] }), '$app'],
    [
      'a window of nothing',
      { ...rule, condition_config: { ...rule.condition_config, window_minutes: 0 } },
      'window_minutes',
    ],
    ['a template that fails', { ...rule, title_template: '{{ labels.browser }}' }, 'title_template'],
    [
      'a pattern that takes for ever',
      { ...rule, condition_type: 'pattern', condition_config: { kind: 'message', regex: '(a)\\1', window_minutes: 5 } },
      'regex',
    ],
    [
      'a pattern that explodes',
      {
        ...rule,
        condition_type: 'pattern',
        condition_config: { kind: 'message', regex: '((a{100}){100}){100}', window_minutes: 5 },
      },
      'condition_config.regex',
    ],
    [
      'a filter with a pattern that explodes',
      query({ filters: [{ field: 'page_path', operator: '=~', value: '(?:ab|cd){500}' }] }),
      'page_path',
    ],
  ])('refuses %s, and names it', async (_what, body, part) => {
    const { status, message } = await call('POST', '/alert-rules', body);
    expect([status, message.includes(part)]).toEqual([400, true]);
  });

  it('refuses a change that makes it wrong', async () => {
    expect((await call('PATCH', `/alert-rules/${id}`, { condition_config: {} })).status).toBe(400);
  });

  it('says when its name is taken', async () => {
    const { status, message } = await call('POST', '/alert-rules', { ...rule, name: 'taken' });
    expect([status, message]).toEqual([409, expect.stringContaining('Choose another name')]);
  });
});

describe('acting on an alert', () => {
  it('answers 409 in a state that is not its own', async () => {
    const { status, message } = await call('POST', `/alert-instances/${id}/unacknowledge`, {});
    expect([status, message]).toEqual([409, 'It cannot be unacknowledged: it is active']);
  });

  it('refuses an acknowledgement that has ended already, and a comment of nothing', async () => {
    expect((await call('POST', `/alert-instances/${id}/acknowledge`, { until: '2020-01-01T00:00:00Z' })).status).toBe(
      400
    );
    expect((await call('POST', `/alert-instances/${id}/comments`, { comment: ' ' })).status).toBe(400);
  });

  it('refuses to list a status that does not exist', async () => {
    expect((await call('GET', '/alert-instances?status=open')).message).toContain('active, acknowledged, resolved');
  });

  it.each(['', '?from=2026-11-23T08:00:00Z', '?to=2026-11-23T08:00:00Z', '?labels=team="web"'])(
    'lists and counts what is asked for by %j: both ends of the time may be open',
    async (query) => {
      expect((await call('GET', `/alert-instances${query}`)).status).toBe(200);
      expect((await call('GET', `/alert-instances/counts${query}`)).status).toBe(200);
    }
  );
});
