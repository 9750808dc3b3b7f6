import { dateTime } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { Alert, Button, ConfirmModal, LinkButton, Stack, Text } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { useAction } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { formatTime } from '../../../components/formatTime';
import { checkInWords } from '../../../contract/health/kinds/checkInWords';
import { kindOf } from '../../../contract/health/kinds/kinds';
import { healthCheckEditPath, pagePaths, planMaintenancePath } from '../../../contract/pagePaths';
import type { HealthCheck } from '../../../contract/resources/healthChecks';
import { RunOutcome } from '../RunOutcome';
import { StatusBadge } from '../StatusBadge';
import { useRun } from '../useRun';

interface Props {
  datasourceUid: string;
  check: HealthCheck;
  onChange: () => void;
}

/** Name, status and what can be done. */
export function CheckHeader({ datasourceUid, check, onChange }: Props) {
  const [isDeleting, setIsDeleting] = useState(false);
  const { id, service_name: name, kind } = check;
  const run = useRun(
    useCallback(() => callRoute(datasourceUid, 'runHealthCheck', { params: { id }, body: {} }), [datasourceUid, id])
  );
  const remove = useAction(
    useCallback(async () => {
      await callRoute(datasourceUid, 'deleteHealthCheck', { params: { id } });
      locationService.push(pagePaths.healthServices);
    }, [datasourceUid, id])
  );
  const { way } = kindOf(kind);
  return (
    <Stack direction="column" gap={1}>
      <Stack gap={2} wrap="wrap" alignItems="center" justifyContent="space-between">
        <Stack gap={1} wrap="wrap" alignItems="center">
          <Text element="h2">{name}</Text>
          <StatusBadge status={check.status} inMaintenance={check.in_maintenance} />
        </Stack>
        {mayEdit() && (
          <Stack gap={1} wrap="wrap">
            {way !== 'reported' && (
              <Button icon="play" variant="secondary" disabled={run.running} onClick={() => void run.run()}>
                {run.running ? 'Looking…' : 'Run now'}
              </Button>
            )}
            <LinkButton icon="wrench" variant="secondary" href={planMaintenancePath(name)}>
              Plan maintenance
            </LinkButton>
            <LinkButton icon="pen" variant="secondary" href={healthCheckEditPath(id)}>
              {check.provisioned ? 'Look at it' : 'Edit'}
            </LinkButton>
            {!check.provisioned && (
              <Button icon="trash-alt" variant="destructive" fill="outline" onClick={() => setIsDeleting(true)}>
                Delete
              </Button>
            )}
          </Stack>
        )}
      </Stack>
      <span style={{ overflowWrap: 'anywhere' }}>{checkInWords(check)}</span>
      <Text color="secondary">{describe(check)}</Text>
      {check.description !== '' && <Text>{check.description}</Text>}
      {!check.enabled && <Alert severity="info" title="This check is switched off: nobody looks at the service" />}
      {check.status !== 'healthy' && check.last_error !== null && (
        <Alert severity={check.status === 'down' ? 'error' : 'warning'} title={check.last_error}>
          {check.status_since !== null && `Since ${formatTime(check.status_since)}.`}
        </Alert>
      )}
      {check.heartbeat_url !== null && (
        <Alert severity="info" title="Where the service reports to">
          <code>curl -X POST {check.heartbeat_url}</code>
          <br />
          Whoever has this address can report: keep it like a password.
        </Alert>
      )}
      {run.error && <ErrorNotice title="The probe could not be made" message={run.error.message} />}
      {run.result && <RunOutcome kind={kind} result={run.result} />}
      {remove.error && (
        <ErrorNotice title="The check was not deleted" message={remove.error.message} onRetry={onChange} />
      )}
      <ConfirmModal
        isOpen={isDeleting}
        title={`Delete the check of “${name}”?`}
        body="Nobody looks at the service any more, and its incidents and uptime are lost. Results stay as long as health data is kept."
        confirmText="Delete the check"
        onDismiss={() => setIsDeleting(false)}
        onConfirm={() => {
          setIsDeleting(false);
          void remove.run();
        }}
      />
    </Stack>
  );
}

/** `HTTP every 60 s, down after 3 failures in a row; last looked at 12 seconds ago` */
function describe(check: HealthCheck): string {
  const failures = check.failures_to_down === 1 ? '1 failure' : `${check.failures_to_down} failures in a row`;
  const pace = `${kindOf(check.kind).label} every ${check.interval_seconds} s, down after ${failures}`;
  const seen =
    check.last_checked_at === null ? 'not looked at yet' : `looked at ${dateTime(check.last_checked_at).fromNow()}`;
  const missed = check.missed_probes > 0 ? `; ${check.missed_probes.toLocaleString('en')} probes missed` : '';
  const certificate =
    check.certificate_expires_at === null
      ? ''
      : `; certificate ends ${dateTime(check.certificate_expires_at).fromNow()} (${formatTime(check.certificate_expires_at)})`;
  return `${pace}; ${seen}${missed}${certificate}`;
}
