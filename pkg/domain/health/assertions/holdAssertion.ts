import { RE2JS } from 're2js';
import { passesLimit } from '../../../../src/contract/alerting/passesLimit';
import type { Assertion, AssertionOutcome } from '../../../../src/contract/health/assertions';
import type { AssertionOperator } from '../../../../src/contract/health/words';
import type { Find } from '../probing/Observation';

/** Characters of what was found that are shown. */
const longestFound = 255;

/**
 * Whether an assertion holds of an answer, and what was found.
 * @param isHidden it may hold a secret: it is matched, and not shown
 */
export function holdAssertion(assertion: Assertion, find: Find, isHidden: boolean): AssertionOutcome {
  const found = find(assertion.source, assertion.target);
  const shown = found === undefined || isHidden ? null : String(found).slice(0, longestFound);
  return { assertion, holds: holds(assertion.operator, found, assertion.value), found: shown };
}

function holds(
  operator: AssertionOperator,
  found: string | number | undefined,
  expected: string | number | undefined
): boolean {
  if (operator === 'exists' || operator === 'does not exist') {
    return (found !== undefined) === (operator === 'exists');
  }
  if (found === undefined) {
    // What is not there contains nothing, and is unlike anything.
    return operator === '!=' || operator === 'does not contain' || operator === 'does not match';
  }
  switch (operator) {
    case '=':
      return isSame(found, expected);
    case '!=':
      return !isSame(found, expected);
    case 'contains':
      return String(found).includes(String(expected));
    case 'does not contain':
      return !String(found).includes(String(expected));
    case 'matches':
      return RE2JS.compile(String(expected)).matcher(String(found)).find();
    case 'does not match':
      return !RE2JS.compile(String(expected)).matcher(String(found)).find();
    default:
      return passesLimit(Number(found), operator, Number(expected));
  }
}

/** `"200"` and 200 are the same: a form sends text. */
function isSame(found: string | number, expected: string | number | undefined): boolean {
  return String(found) === String(expected) || (String(expected).trim() !== '' && Number(found) === Number(expected));
}
