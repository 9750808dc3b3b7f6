import type { Assertion } from '../../../../src/contract/health/assertions';
import type { CheckKind } from '../../../../src/contract/health/words';

const implied: Partial<Record<CheckKind, readonly Assertion[]>> = {
  http: [
    { source: 'status', operator: '>=', value: 200 },
    { source: 'status', operator: '<', value: 300 },
  ],
  tls: [{ source: 'certificate_days', operator: '>', value: 14, level: 'warning' }],
  dns: [{ source: 'answer', operator: 'exists' }],
  grpc: [{ source: 'status', operator: '=', value: 'SERVING' }],
};

/** The assertions of a check and those that its kind has unless it says something about the same thing. */
export function withImpliedAssertions(kind: CheckKind, assertions: readonly Assertion[]): Assertion[] {
  const said = new Set(assertions.map(({ source }) => source));
  return [...(implied[kind] ?? []).filter(({ source }) => !said.has(source)), ...assertions];
}
