import { dateTime } from '@grafana/data';
import { Badge, Button, Card, ConfirmModal } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { useAction } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { formatTime } from '../../../components/formatTime';
import type { Silence } from '../../../contract/resources/silences';
import { matchersText } from './matcherTexts';
import { MuteBadge } from './MuteBadge';

interface Props {
  datasourceUid: string;
  silence: Silence;
  onEdit: () => void;
  onChange: () => void;
}

/** One silence: whom it keeps quiet, until when, and why. */
export function SilenceCard({ datasourceUid, silence, onEdit, onChange }: Props) {
  const [asking, setAsking] = useState(false);
  const { id, version, status, name, comment, starts_at, ends_at } = silence;
  const end = useAction(
    useCallback(async () => {
      const body = { ends_at: dateTime().toISOString(), expected_version: version };
      await (status === 'pending'
        ? callRoute(datasourceUid, 'deleteSilence', { params: { id } })
        : callRoute(datasourceUid, 'updateSilence', { params: { id }, body }));
      onChange();
    }, [datasourceUid, id, version, status, onChange])
  );
  const isProvisioned = silence.provisioned === true;
  return (
    <>
      {end.error && <ErrorNotice title="The silence was not ended" message={end.error.message} onRetry={onChange} />}
      <Card noMargin>
        <Card.Heading>{name ?? comment}</Card.Heading>
        <Card.Description>
          <code style={{ overflowWrap: 'anywhere' }}>{matchersText(silence.matchers)}</code>
          {name !== null && <div>{comment}</div>}
        </Card.Description>
        <Card.Meta>
          {[
            `${formatTime(starts_at)} to ${formatTime(ends_at)}`,
            status === 'active' ? `Ends ${dateTime(ends_at).fromNow()}` : '',
            `By ${silence.created_login}`,
          ].filter(Boolean)}
        </Card.Meta>
        <Card.Tags>
          <MuteBadge status={status} />
          {isProvisioned && <Badge text="From a file" color="purple" tooltip="It is changed in its file" />}
        </Card.Tags>
        {mayEdit() && status !== 'expired' && !isProvisioned && (
          <Card.Actions>
            <Button size="sm" variant="secondary" icon="pen" onClick={onEdit}>
              Edit
            </Button>
            <Button
              size="sm"
              variant="destructive"
              fill="outline"
              disabled={end.running}
              onClick={() => setAsking(true)}
            >
              {status === 'pending' ? 'Delete' : 'End it now'}
            </Button>
          </Card.Actions>
        )}
      </Card>
      <ConfirmModal
        isOpen={asking}
        title={status === 'pending' ? 'Delete this silence?' : 'End this silence now?'}
        body={
          status === 'pending'
            ? 'It never begins. Nobody is kept from being told.'
            : 'People are told again from now on: one message for what still fires.'
        }
        confirmText={status === 'pending' ? 'Delete the silence' : 'End it now'}
        onDismiss={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void end.run();
        }}
      />
    </>
  );
}
