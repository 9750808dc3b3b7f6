import { Button, Field, Stack, Text, TextArea, TextLink } from '@grafana/ui';
import React, { useCallback, useId, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { useAction } from '../../../api/useAction';
import { useLive } from '../../../api/useLive';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { formatTime } from '../../../components/formatTime';
import { Skeleton } from '../../../components/Skeleton';
import { alertInstancePath, healthCheckPath } from '../../../contract/pagePaths';
import type { IncidentEntry } from '../../../contract/resources/incidents';
import { durationText } from '../durationText';
import { secondsOf } from '../IncidentRow';
import { StatusBadge } from '../StatusBadge';
import { CauseEditor } from './CauseEditor';

const refreshMs = 15_000;

interface Props {
  datasourceUid: string;
  incidentId: string;
}

const entryTexts: Record<IncidentEntry['kind'], string> = {
  began: 'Began',
  worsened: 'Went down',
  eased: 'Answers again, but degraded',
  ended: 'Healthy again',
  commented: 'Comment',
  'cause changed': 'Cause put differently',
};

/** What a person wrote, or the error that came with it. */
function saidOf({ comment, details }: IncidentEntry): string {
  const said = comment ?? details.error;
  return typeof said === 'string' ? `: ${said}` : '';
}

/** One incident: what happened, to whom, and what people say of it. */
export default function IncidentScreen({ datasourceUid, incidentId }: Props) {
  const id = useId();
  const [comment, setComment] = useState('');
  const load = useCallback(
    () => callRoute(datasourceUid, 'getIncident', { params: { id: incidentId } }),
    [datasourceUid, incidentId]
  );
  const { value: incident, error, reload } = useLive(load, refreshMs);
  const add = useAction(
    useCallback(
      async (text: string) => {
        await callRoute(datasourceUid, 'commentOnIncident', { params: { id: incidentId }, body: { comment: text } });
        setComment('');
        reload();
      },
      [datasourceUid, incidentId, reload]
    )
  );
  if (!incident) {
    return error ? (
      <ErrorNotice title="The incident cannot be read" message={error.message} onRetry={reload} />
    ) : (
      <Skeleton label="Loading the incident" lines={6} />
    );
  }
  const { service_name: service, ended_at } = incident;
  const others = incident.affected_services.filter((name) => name !== service);
  return (
    <Stack direction="column" gap={2}>
      {error && <ErrorNotice title="This page is not up to date" message={error.message} onRetry={reload} />}
      <Stack gap={1} wrap="wrap" alignItems="center">
        <Text element="h2">{service}</Text>
        <StatusBadge status={incident.worst_status} />
      </Stack>
      <Text color="secondary">
        Began {formatTime(incident.started_at)};{' '}
        {ended_at === null
          ? `has gone on for ${durationText(secondsOf(incident))}`
          : `lasted ${durationText(secondsOf(incident))}`}
        . <TextLink href={healthCheckPath(incident.check_id)}>The check</TextLink>
      </Text>
      <CauseEditor datasourceUid={datasourceUid} incident={incident} onChange={reload} />
      {others.length > 0 && <Text>Not healthy at the same time: {others.join(', ')}</Text>}
      {incident.alert_instance_ids.map((instanceId, index) => (
        <TextLink key={instanceId} href={alertInstancePath(instanceId)} inline={false}>
          {`Alert ${index + 1} that was open meanwhile`}
        </TextLink>
      ))}
      <section aria-label="Timeline">
        <Text element="h3">Timeline</Text>
        <ol style={{ listStyle: 'none' }}>
          {incident.timeline.map((entry, index) => (
            <li key={index}>
              <Text color="secondary">{formatTime(entry.at)}</Text> {entryTexts[entry.kind]}
              {entry.actor !== null && ` by ${entry.actor}`}
              {saidOf(entry)}
            </li>
          ))}
        </ol>
      </section>
      {mayEdit() && (
        <form
          style={{ maxWidth: 640 }}
          onSubmit={(event) => {
            event.preventDefault();
            void add.run(comment);
          }}
        >
          {add.error && <ErrorNotice title="The comment was not kept" message={add.error.message} />}
          <Field label="Comment">
            <TextArea
              id={`${id}-comment`}
              rows={2}
              maxLength={2000}
              value={comment}
              onChange={(event) => setComment(event.currentTarget.value)}
            />
          </Field>
          <Button type="submit" variant="secondary" disabled={add.running || comment.trim() === ''}>
            Add the comment
          </Button>
        </form>
      )}
    </Stack>
  );
}
