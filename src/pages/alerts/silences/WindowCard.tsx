import { Badge, Button, Card, ConfirmModal } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { useAction } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { formatTime } from '../../../components/formatTime';
import type { MaintenanceWindow } from '../../../contract/resources/maintenanceWindows';
import { describeWindow } from './describeWindow';
import { matchersText } from './matcherTexts';
import { MuteBadge } from './MuteBadge';

interface Props {
  datasourceUid: string;
  window: MaintenanceWindow;
  onEdit: () => void;
  onChange: () => void;
}

/** One maintenance window: what it is about, when it holds, when next. */
export function WindowCard({ datasourceUid, window, onEdit, onChange }: Props) {
  const [asking, setAsking] = useState(false);
  const { id, name, comment, status, occurrence, services, matchers } = window;
  const remove = useAction(
    useCallback(async () => {
      await callRoute(datasourceUid, 'deleteMaintenanceWindow', { params: { id } });
      onChange();
    }, [datasourceUid, id, onChange])
  );
  const isProvisioned = window.provisioned === true;
  const about = [
    services.includes('*') ? 'All services' : services.length > 0 ? `Services ${services.join(', ')}` : '',
    matchersText(matchers),
  ].filter(Boolean);
  return (
    <>
      {remove.error && <ErrorNotice title="The window was not deleted" message={remove.error.message} />}
      <Card noMargin>
        <Card.Heading>{name}</Card.Heading>
        <Card.Description>
          {describeWindow(window)}
          {comment !== '' && <div>{comment}</div>}
        </Card.Description>
        <Card.Meta>
          {[
            ...about,
            occurrence === null
              ? 'Over'
              : status === 'active'
                ? `Holds until ${formatTime(occurrence.ends_at)}`
                : `Next ${formatTime(occurrence.starts_at)}`,
          ]}
        </Card.Meta>
        <Card.Tags>
          <MuteBadge status={status} />
          {isProvisioned && <Badge text="From a file" color="purple" tooltip="It is changed in its file" />}
        </Card.Tags>
        {mayEdit() && !isProvisioned && (
          <Card.Actions>
            <Button size="sm" variant="secondary" icon="pen" onClick={onEdit}>
              Edit
            </Button>
            <Button
              size="sm"
              variant="destructive"
              fill="outline"
              disabled={remove.running}
              onClick={() => setAsking(true)}
            >
              Delete
            </Button>
          </Card.Actions>
        )}
      </Card>
      <ConfirmModal
        isOpen={asking}
        title={`Delete “${name}”?`}
        body={
          status === 'active'
            ? 'It holds now: people are told again from now on, and checks count again.'
            : 'It does not come again. What was left out of the uptime before stays left out.'
        }
        confirmText="Delete the window"
        onDismiss={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void remove.run();
        }}
      />
    </>
  );
}
