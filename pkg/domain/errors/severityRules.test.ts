import fc from 'fast-check';
import type { SeverityRule } from '../../../src/contract/resources/severityRules';
import { judgeError } from './judgeError';
import { severityJudge, severityRuleProblems } from './severityRules';

const error = { type: 'ChunkLoadError', message: 'Loading chunk 17 failed.', url: 'https://shop.example/cart?token=x' };
const judge = (rules: SeverityRule[], change: Partial<typeof error> = {}) =>
  severityJudge(rules)({ ...error, ...change });

describe('the severity rules of an app', () => {
  it.each<[string, SeverityRule, string | undefined]>([
    ['its class', { type: 'ChunkLoadError', severity: 'low' }, 'low'],
    ['another class', { type: 'TypeError', severity: 'low' }, undefined],
    ['a part of its class', { type: 'Chunk', severity: 'low' }, undefined],
    ['a wildcard for its class', { type: 'Chunk*', severity: 'low' }, 'low'],
    ['its message', { message: '^Loading chunk \\d+ failed', severity: 'critical' }, 'critical'],
    ['a part of its message', { message: 'chunk', severity: 'high' }, 'high'],
    ['another message', { message: 'chunk$', severity: 'high' }, undefined],
    ['its page', { url: 'https://shop.example/cart', severity: 'high' }, 'high'],
    ['pages like it', { url: '*/cart', severity: 'high' }, 'high'],
    ['dots that are dots', { url: 'https://shop?example/cart', severity: 'high' }, undefined],
    ['nothing of its query', { url: '*token*', severity: 'high' }, undefined],
    ['all that is asked', { type: 'Chunk*', message: 'failed', url: '*/cart', severity: 'low' }, 'low'],
    ['only half of what is asked', { type: 'Chunk*', message: 'failed', url: '*/pay', severity: 'low' }, undefined],
  ])('fit an error by %s', (_by, rule, expected) => {
    expect(judge([rule])).toBe(expected);
  });

  it('are asked in their order', () => {
    const rules: SeverityRule[] = [
      { type: 'TypeError', severity: 'critical' },
      { message: 'chunk', severity: 'medium' },
      { type: '*', severity: 'low' },
    ];
    expect(judge(rules)).toBe('medium');
    expect(judge(rules, { message: 'x' })).toBe('low');
    expect(judge(rules, { type: 'Uncaught TypeError' })).toBe('critical');
  });

  it('give way to the client, and come before what is built in', () => {
    const facts = { ...error, frames: [], fatal: true, handled: false, status: null, clientFingerprint: null, clientSeverity: null, pagePath: null }; // prettier-ignore
    const rules: SeverityRule[] = [{ type: '*', severity: 'medium' }];
    expect(judgeError(facts, false, rules).severity).toBe('medium');
    expect(judgeError({ ...facts, clientSeverity: 'low' }, false, rules).severity).toBe('low');
    expect(judgeError(facts, false, []).severity).toBe('critical');
  });

  it.each([
    ['a back reference', '(a)\\1', 1, /RE2 syntax.*escape/],
    ['look-around', '(?=a)b', 1, /RE2 syntax.*Perl/],
    ['an open bracket', '(a', 1, /RE2 syntax.*closing/],
    ['more repeats than RE2 takes', 'a{1001}', 1, /RE2 syntax.*repe/],
    ['more steps than an error may cost', '((a{1,30}){1,30})b', null, /too complex/],
  ])('are refused with %s', (_what, message, place, why) => {
    const rules: SeverityRule[] = [
      { type: 'x', severity: 'low' },
      { message, severity: 'low' },
    ];
    expect(severityRuleProblems(rules)).toEqual([{ rule: place, message: expect.stringMatching(why) }]);
    expect(judge(rules, { type: 'x' })).toBeUndefined();
  });

  it.each([
    '(a*)*b',
    '(a|aa)+$',
    '(x+x+)+y',
    '.*.*.*.*=.*',
    '(?:a?){100}a{100}',
    '(?i)(a|b|ab)*c',
    '[\\s\\S]*a[\\s\\S]*b',
  ])('are never slow: %s', (message) => {
    const rules: SeverityRule[] = [{ message, severity: 'low' }];
    expect(severityRuleProblems(rules)).toEqual([]);
    const ask = severityJudge(rules);
    const started = process.cpuUsage();
    for (let index = 0; index < 200; index += 1) {
      ask({ type: '', message: `${index}${'a'.repeat(5000)}!`, url: null });
    }
    // 200 errors, no two the same: 10 ms each would be far too much.
    expect(process.cpuUsage(started).user / 200).toBeLessThan(10_000);
  });

  it('answer the same when asked again', () => {
    const ask = severityJudge([{ message: 'a+b', severity: 'low' }]);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c') }), (message) => {
        const first = ask({ type: '', message, url: null });
        expect(ask({ type: '', message, url: null })).toBe(first);
        expect(first).toBe(/a+b/.test(message) ? 'low' : undefined);
      })
    );
  });
});
