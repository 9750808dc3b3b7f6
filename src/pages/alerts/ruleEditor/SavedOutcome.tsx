import { Alert, Spinner, Stack } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useLive } from '../../../api/useLive';
import { evaluationText } from './evaluationText';

interface Props {
  datasourceUid: string;
  ruleId: string;
  /** When it was saved: an evaluation from before says nothing of what was saved. */
  savedAt: string;
}

const pollMs = 2000;

/** What came of the first evaluation of a rule that was just saved: it is really evaluated, by the server. */
export function SavedOutcome({ datasourceUid, ruleId, savedAt }: Props) {
  const load = useCallback(
    () => callRoute(datasourceUid, 'getAlertRule', { params: { id: ruleId } }),
    [datasourceUid, ruleId]
  );
  const { value: rule } = useLive(load, pollMs);
  if (rule && !rule.enabled) {
    return <Alert severity="success" title="Saved. It is switched off, so nothing is evaluated." />;
  }
  const last = rule?.last_evaluation;
  if (!last || Date.parse(last.at) < Date.parse(savedAt)) {
    return (
      <Alert severity="success" title="Saved">
        <Stack gap={1} alignItems="center">
          <Spinner inline /> Waiting for its first evaluation…
        </Stack>
      </Alert>
    );
  }
  return (
    <Alert
      severity={last.error === null ? 'success' : 'warning'}
      title={last.error === null ? 'Saved and evaluated' : 'Saved, but it cannot be evaluated'}
    >
      {evaluationText(last)}
    </Alert>
  );
}
