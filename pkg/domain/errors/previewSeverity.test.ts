import type { SeverityRule } from '../../../src/contract/resources/severityRules';
import { previewSeverity } from './previewSeverity';

const rules: SeverityRule[] = [
  { type: 'ChunkLoadError', severity: 'low' },
  { message: 'payment', url: '*/checkout', severity: 'critical' },
];

describe('rules that are tried with an error', () => {
  it.each([
    ['its class', { type: 'ChunkLoadError' }, 'low', 0],
    ['message and page', { message: 'no payment', url: 'https://shop.example/checkout?x=1' }, 'critical', 1],
    ['message, but another page', { message: 'no payment', url: 'https://shop.example/' }, 'high', null],
    ['nothing, and somebody caught it', { message: 'x', handled: true }, 'medium', null],
    ['nothing, and it is noise', { message: 'Script error.' }, 'low', null],
    ['nothing at all', {}, 'high', null],
  ] as const)('say what decides: %s', (_by, error, severity, rule) => {
    expect(previewSeverity({ rules, error })).toEqual({ severity, rule, problems: [] });
  });

  it('judge nothing while one of them cannot be read', () => {
    const preview = previewSeverity({
      rules: [...rules, { message: '(', severity: 'low' }],
      error: { type: 'ChunkLoadError' },
    });
    expect(preview).toEqual({
      severity: 'high',
      rule: null,
      problems: [{ rule: 2, message: expect.stringContaining('missing closing )') }],
    });
  });
});
