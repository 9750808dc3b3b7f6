import { RE2JS } from 're2js';
import type { Assertion } from '../../../../src/contract/health/assertions';
import { kindOf, type CheckKind } from '../../../../src/contract/health/kinds/kinds';
import { CheckProblem } from '../checks/CheckProblem';
import { BadJsonPath, readJsonPath } from './jsonPath';

const ordering: ReadonlyArray<Assertion['operator']> = ['>', '>=', '<', '<='];
const matching: ReadonlyArray<Assertion['operator']> = ['matches', 'does not match'];
const valueless: ReadonlyArray<Assertion['operator']> = ['exists', 'does not exist'];

/** Throws CheckProblem where an assertion of a check could never be asked. */
export function checkAssertions(kind: CheckKind, assertions: readonly Assertion[]): void {
  assertions.forEach((assertion, index) => checkAssertion(kind, assertion, `assertions.${index}`));
}

function checkAssertion(kind: CheckKind, assertion: Assertion, field: string): void {
  const { source, target, operator, value } = assertion;
  const { sources } = kindOf(kind);
  const known = Object.hasOwn(sources, source) ? sources[source] : undefined;
  if (known === undefined) {
    const names = Object.keys(sources);
    const allowed = names.length === 0 ? `a ${kind} check has no assertions` : `use ${names.join(', ')}`;
    throw new CheckProblem(`${field}.source`, `is nothing that a ${kind} check finds; ${allowed}`);
  }
  if (known.target !== undefined && target === undefined) {
    throw new CheckProblem(`${field}.target`, `is needed: ${known.target.what}`);
  }
  if (known.target?.what === 'a JSONPath') {
    checkPath(target ?? '', `${field}.target`);
  }
  if (valueless.includes(operator)) {
    return;
  }
  if (value === undefined) {
    throw new CheckProblem(`${field}.value`, `is needed for "${operator}"`);
  }
  if (ordering.includes(operator) && !Number.isFinite(typeof value === 'number' ? value : Number(value || NaN))) {
    throw new CheckProblem(`${field}.value`, `must be a number for "${operator}"`);
  }
  if (matching.includes(operator)) {
    checkExpression(String(value), `${field}.value`);
  }
}

function checkExpression(expression: string, field: string): void {
  try {
    RE2JS.compile(expression);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read';
    throw new CheckProblem(field, `is not a regular expression (RE2 syntax): ${reason}`);
  }
}

function checkPath(path: string, field: string): void {
  try {
    readJsonPath(path);
  } catch (error) {
    if (error instanceof BadJsonPath) {
      throw new CheckProblem(field, `is not a JSONPath: ${error.message}`);
    }
    throw error;
  }
}
