import type { Assertion } from '../../../../src/contract/health/assertions';
import { kindOf, type CheckKind } from '../../../../src/contract/health/kinds/kinds';

/** The assertions of a check and those that its kind has unless it says something about the same thing. */
export function withImpliedAssertions(kind: CheckKind, assertions: readonly Assertion[]): Assertion[] {
  const said = new Set(assertions.map(({ source }) => source));
  const implied = kindOf(kind).implied?.assertions ?? [];
  return [...implied.filter(({ source }) => !said.has(source)), ...assertions];
}
