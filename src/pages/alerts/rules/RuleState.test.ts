import { stateOfRule } from './RuleState';

const evaluation = { at: '2026-11-29T10:00:00.000Z', duration_ms: 4, label_sets: 2, firing: 0, error: null };

describe('the state of a rule', () => {
  it.each([
    ['disabled', { enabled: false, open_instances: 0, last_evaluation: { ...evaluation, error: 'away' } }],
    ['error', { enabled: true, open_instances: 3, last_evaluation: { ...evaluation, error: 'timed out' } }],
    ['firing', { enabled: true, open_instances: 3, last_evaluation: evaluation }],
    ['firing', { enabled: true, open_instances: 1, last_evaluation: null }],
    ['waiting', { enabled: true, open_instances: 0, last_evaluation: null }],
    ['healthy', { enabled: true, open_instances: 0, last_evaluation: evaluation }],
  ])('is %s', (state, rule) => {
    expect(stateOfRule(rule)).toBe(state);
  });
});
