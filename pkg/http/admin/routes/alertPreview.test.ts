import { createAdminApp } from '../createAdminApp';
import { fakeDependencies, secrets } from '../testing/fakeDependencies';

const rule = {
  condition_type: 'threshold',
  condition_config: {
    query: { kind: 'errors', calculation: 'count' },
    ...{ window_minutes: 5, operator: '>', value: 3, recovery_value: 1 },
  },
};
const range = { from: '2026-11-23T00:00:00.000Z', to: '2026-11-23T01:00:00.000Z' };

async function preview(payload: object) {
  const app = createAdminApp(fakeDependencies());
  const headers = { authorization: `Bearer ${secrets.admin}` };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/alert-rules/preview', headers, payload });
  await app.close();
  return { status: answer.statusCode, body: answer.json() };
}

describe('the preview of a rule', () => {
  it('says what it would have done, and what values are held against', async () => {
    const { status, body } = await preview({ rule, ...range });
    expect([status, body]).toMatchObject([
      200,
      { ...range, evaluations: 60, step_seconds: 60, instances: [], limit: 3, recovery_limit: 1, failed: 0 },
    ]);
    expect(body.times).toHaveLength(60);
  });

  it('takes a rule as it was read, and ignores what only stored rules have', async () => {
    const stored = {
      ...rule,
      id: 'x',
      name: 'n',
      severity: 'low',
      version: 7,
      last_evaluation: null,
      missed_evaluations: 3,
    };
    expect((await preview({ rule: stored, ...range })).status).toBe(200);
  });

  it.each([
    ['a key that nothing reads', { rule: { ...rule, colour: 'red' }, ...range }, 'colour'],
    ['a rule that could not be saved', { rule: { ...rule, condition_config: {} }, ...range }, 'condition_config'],
    ['a range that runs backwards', { rule, from: range.to, to: range.from }, '"from" must be before "to"'],
    ['more than 31 days', { rule, from: '2026-10-01T00:00:00.000Z', to: range.to }, '31 days'],
    ['no range', { rule }, 'from'],
  ])('refuses %s', async (_what, payload, part) => {
    const { status, body } = await preview(payload);
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(part)]);
  });
});
