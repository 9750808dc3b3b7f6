import { Badge, Button, Card, ConfirmModal, Stack, TextLink } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useAction } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { formatTime } from '../../../components/formatTime';
import type { StatusPage } from '../../../contract/resources/statusPages';

interface Props {
  datasourceUid: string;
  page: StatusPage;
  onEdit: () => void;
  onChange: () => void;
}

/** One public page: where it is, whether it is on, and what it shows. */
export function StatusPageCard({ datasourceUid, page, onEdit, onChange }: Props) {
  const [asking, setAsking] = useState(false);
  const { id, title, enabled, services, url, version } = page;
  const toggle = useAction(
    useCallback(async () => {
      const body = { enabled: !enabled, expected_version: version };
      await callRoute(datasourceUid, 'updateStatusPage', { params: { id }, body });
      onChange();
    }, [datasourceUid, id, enabled, version, onChange])
  );
  const remove = useAction(
    useCallback(async () => {
      await callRoute(datasourceUid, 'deleteStatusPage', { params: { id } });
      onChange();
    }, [datasourceUid, id, onChange])
  );
  return (
    <>
      <Card noMargin>
        <Card.Heading>{title}</Card.Heading>
        <Card.Meta>{[servicesText(services.length), `Changed ${formatTime(page.updated_at)}`]}</Card.Meta>
        <Card.Tags>
          <Badge text={enabled ? 'Public' : 'Off'} color={enabled ? 'green' : 'blue'} />
        </Card.Tags>
        <Card.Description>
          {enabled ? (
            <TextLink href={url} external>
              {url}
            </TextLink>
          ) : (
            `Would be at ${url}`
          )}
        </Card.Description>
        <Card.Actions>
          <Button size="sm" variant="secondary" disabled={toggle.running} onClick={() => void toggle.run()}>
            {enabled ? 'Switch off' : 'Switch on'}
          </Button>
          <Button size="sm" variant="secondary" icon="pen" onClick={onEdit}>
            Edit
          </Button>
          <Button size="sm" variant="destructive" fill="outline" onClick={() => setAsking(true)}>
            Delete
          </Button>
        </Card.Actions>
      </Card>
      <Stack direction="column" gap={1}>
        {toggle.error && (
          <ErrorNotice title="The page is as it was" message={toggle.error.message} onRetry={onChange} />
        )}
        {remove.error && <ErrorNotice title="The page was not deleted" message={remove.error.message} />}
      </Stack>
      <ConfirmModal
        isOpen={asking}
        title={`Delete “${title}”?`}
        body="Its address leads nowhere from then on. Checks and their results stay."
        confirmText="Delete the page"
        onDismiss={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void remove.run();
        }}
      />
    </>
  );
}

function servicesText(count: number): string {
  return count === 0 ? 'No services chosen' : count === 1 ? '1 service' : `${count} services`;
}
