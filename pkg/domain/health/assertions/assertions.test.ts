import type { Assertion } from '../../../../src/contract/health/assertions';
import type { CheckKind } from '../../../../src/contract/health/kinds/kinds';
import { judgeObservation } from '../probing/judgeObservation';
import { failed } from '../probing/Observation';
import { checkAssertions } from './checkAssertions';
import { holdAssertion } from './holdAssertion';
import { withImpliedAssertions } from './impliedAssertions';
import { findInJson } from './jsonPath';

const body = '{"status":"ok","queue":{"depth":12},"workers":[{"name":"a","up":true}]}';
const facts: Record<string, string | number> = { status: 200, body, certificate_days: 9 };
const find = (source: string, target?: string) => (source === 'json' ? findInJson(body, target ?? '') : facts[source]);
const holds = (assertion: Assertion) => holdAssertion(assertion, find, false).holds;

describe('an assertion', () => {
  it.each<[string, Assertion, boolean]>([
    ['a number that is the same', { source: 'status', operator: '=', value: 200 }, true],
    ['the same number as text', { source: 'status', operator: '=', value: '200' }, true],
    ['another number', { source: 'status', operator: '=', value: 201 }, false],
    ['a number above a limit', { source: 'status', operator: '<', value: 300 }, true],
    ['text in a body', { source: 'body', operator: 'contains', value: '"ok"' }, true],
    ['a regular expression', { source: 'body', operator: 'matches', value: '"depth":\\d+' }, true],
    ['one that does not match', { source: 'body', operator: 'does not match', value: 'error' }, true],
    ['a value in JSON', { source: 'json', target: '$.status', operator: '=', value: 'ok' }, true],
    ['a number in JSON', { source: 'json', target: '$.queue.depth', operator: '<=', value: 11 }, false],
    ['a filter in JSON', { source: 'json', target: '$.workers[?@.up==true].name', operator: '=', value: 'a' }, true],
    ['something that is there', { source: 'json', target: '$.workers', operator: 'exists' }, true],
    ['something that is not there', { source: 'json', target: '$.nothing', operator: 'exists' }, false],
    ['that something is not there', { source: 'json', target: '$.nothing', operator: 'does not exist' }, true],
    ['a limit of what is not there', { source: 'header', target: 'x', operator: '<', value: 5 }, false],
    ['that what is not there is something', { source: 'header', target: 'x', operator: '=', value: '' }, false],
  ])('about %s', (_what, assertion, expected) => {
    expect(holds(assertion)).toBe(expected);
  });

  it('about JSON does not hold of what is no JSON', () => {
    expect(findInJson('<html>', '$.status')).toBeUndefined();
  });

  it('takes linear time, whatever its expression', () => {
    expect(holds({ source: 'body', operator: 'matches', value: '^(([a-z":{,])+)+$' })).toBe(false);
  });
});

describe('a check is refused', () => {
  it.each<[string, CheckKind, Assertion, string]>([
    [
      'for what its kind does not find',
      'tcp',
      { source: 'status', operator: '=', value: 200 },
      '"assertions.0.source"',
    ],
    [
      'without a header to look at',
      'http',
      { source: 'header', operator: 'exists' },
      '"assertions.0.target" is needed',
    ],
    [
      'for a JSONPath that cannot be read',
      'http',
      { source: 'json', target: '$..[', operator: '=', value: 1 },
      'is not a JSONPath',
    ],
    [
      'for a JSONPath with an expression that may take for ever',
      'http',
      { source: 'json', target: "$[?search(@, '(a+)+$')]", operator: '=', value: 1 },
      'is not a JSONPath',
    ],
    [
      'for an expression that RE2 does not know',
      'http',
      { source: 'body', operator: 'matches', value: '(?=a)' },
      'RE2',
    ],
    ['for an order of words', 'http', { source: 'body', operator: '<', value: 'ten' }, 'must be a number'],
    ['without a value', 'http', { source: 'body', operator: 'contains' }, '"assertions.0.value" is needed'],
    ['for any assertion of a heartbeat', 'heartbeat', { source: 'body', operator: 'exists' }, 'has no assertions'],
  ])('%s', (_why, kind, assertion, complaint) => {
    expect(() => checkAssertions(kind, [assertion])).toThrow(complaint);
  });
});

describe('a probe', () => {
  const answer = { ...failed(''), failure: null, find };

  it('passes where everything holds', () => {
    expect(judgeObservation('http', answer, withImpliedAssertions('http', []))).toMatchObject({
      outcome: 'passed',
      error: null,
    });
  });

  it('fails by an assertion, and says which and what was found', () => {
    const assertions: Assertion[] = [{ source: 'status', operator: '=', value: 204 }];
    expect(judgeObservation('http', answer, withImpliedAssertions('http', assertions))).toMatchObject({
      outcome: 'failed',
      error: 'status is 200, expected: = 204',
    });
  });

  it('does not repeat what a body or a header says', () => {
    const { error, assertions } = judgeObservation('http', answer, [
      { source: 'body', operator: 'contains', value: 'fine' },
    ]);
    expect([error, assertions[0]?.found]).toEqual(['body expected: contains fine', null]);
  });

  it('passes with a warning where only that does not hold', () => {
    expect(judgeObservation('tls', answer, withImpliedAssertions('tls', []))).toMatchObject({
      outcome: 'warned',
      error: 'certificate days is 9, expected: > 14',
    });
  });

  it('fails without asking anything where there was no answer', () => {
    expect(judgeObservation('http', failed('connection refused'), withImpliedAssertions('http', []))).toEqual({
      outcome: 'failed',
      error: 'connection refused',
      assertions: [],
    });
  });
});
