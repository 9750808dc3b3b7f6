import { Alert, Icon, Stack, Text } from '@grafana/ui';
import React from 'react';
import type { AssertionOutcome } from '../../contract/health/assertions';
import { kindOf, type CheckKind } from '../../contract/health/kinds/kinds';
import type { ProbeResult } from '../../contract/resources/healthChecks';
import { DetailList } from './DetailList';
import { detailTexts } from './detailTexts';
import { PhaseBar } from './PhaseBar';
import { statusTexts } from './statusTexts';

const alertOf = { healthy: 'success', degraded: 'warning', down: 'error' } as const;

/** What a probe found that somebody asked for: the outcome, each assertion, and where the time went. */
export function RunOutcome({ kind, result }: { kind: CheckKind; result: ProbeResult }) {
  const { status, last_error: error, response_time_ms: ms, attempts, assertions } = result;
  const time = ms === null ? '' : ` in ${Math.round(ms).toLocaleString('en')} ms`;
  const details = detailTexts(result.details);
  return (
    <Alert severity={alertOf[status]} title={error ?? `${statusTexts[status].label}${time}`}>
      <Stack direction="column" gap={1}>
        <Text variant="bodySmall">
          From {result.location}
          {attempts > 1 && `, after ${attempts} attempts`}; this result is not kept.
        </Text>
        {assertions.length > 0 && (
          <ul aria-label="Assertions" style={{ listStyle: 'none' }}>
            {assertions.map((outcome, index) => (
              <li key={index}>
                <AssertionLine kind={kind} outcome={outcome} />
              </li>
            ))}
          </ul>
        )}
        {details.length > 0 && <DetailList details={details} />}
        {Object.keys(result.phases).length > 0 && <PhaseBar phases={result.phases} scale={ms ?? 0} />}
      </Stack>
    </Alert>
  );
}

function AssertionLine({ kind, outcome }: { kind: CheckKind; outcome: AssertionOutcome }) {
  const { assertion, holds } = outcome;
  const isWarning = assertion.level === 'warning';
  const word = holds ? 'Holds' : isWarning ? 'Warns' : 'Does not hold';
  return (
    <Stack gap={1} alignItems="center">
      <Icon name={holds ? 'check' : isWarning ? 'exclamation-triangle' : 'times'} />
      <Text>{`${word}: ${assertionText(kind, outcome)}`}</Text>
    </Stack>
  );
}

/** `Status = 200 (found 503)`. What might hold a secret is never said. */
function assertionText(kind: CheckKind, { assertion, found }: AssertionOutcome): string {
  const { source, target, operator, value, level } = assertion;
  const label = kindOf(kind).sources[source]?.label ?? source;
  const what = [label, target, operator, value].filter((part) => part !== undefined).join(' ');
  return `${what}${found === null ? '' : ` (found ${found})`}${level === 'warning' ? ', warns only' : ''}`;
}
