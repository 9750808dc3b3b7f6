import { Alert, Icon, Stack, Text } from '@grafana/ui';
import React from 'react';
import type { AssertionOutcome } from '../../contract/health/assertions';
import type { ProbeResult } from '../../contract/resources/healthChecks';
import { PhaseBar } from './PhaseBar';
import { statusTexts } from './statusTexts';

const alertOf = { healthy: 'success', degraded: 'warning', down: 'error' } as const;

/** What a probe found that somebody asked for: the outcome, each assertion, and where the time went. */
export function RunOutcome({ result }: { result: ProbeResult }) {
  const { status, last_error: error, response_time_ms: ms, attempts } = result;
  const time = ms === null ? '' : ` in ${Math.round(ms).toLocaleString('en')} ms`;
  return (
    <Alert severity={alertOf[status]} title={error ?? `${statusTexts[status].label}${time}`}>
      <Stack direction="column" gap={1}>
        <Text variant="bodySmall">
          From {result.location}
          {attempts > 1 && `, after ${attempts} attempts`}; this result is not kept.
        </Text>
        {result.assertions.map((outcome, index) => (
          <Stack key={index} gap={1} alignItems="center">
            <Icon
              name={outcome.holds ? 'check' : 'times'}
              title={outcome.holds ? 'Holds' : 'Does not hold'}
              aria-label={outcome.holds ? 'Holds' : 'Does not hold'}
            />
            <Text>{assertionText(outcome)}</Text>
          </Stack>
        ))}
        {Object.keys(result.phases).length > 0 && <PhaseBar phases={result.phases} scale={ms ?? 0} />}
      </Stack>
    </Alert>
  );
}

/** `status = 200 (found 503)` */
function assertionText({ assertion, holds, found }: AssertionOutcome): string {
  const { source, target, operator, value, level } = assertion;
  const what = [source.replaceAll('_', ' '), target, operator, value].filter((part) => part !== undefined).join(' ');
  const seen = !holds && found !== null ? ` (found ${found})` : '';
  return `${what}${seen}${level === 'warning' ? ', warns only' : ''}`;
}
