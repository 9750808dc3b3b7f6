import { Alert, Button, Card, CollapsableSection, ConfirmModal, TextLink } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useAction } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { formatTime } from '../../../components/formatTime';
import { alertRulePath } from '../../../contract/pagePaths';
import type { ChangedIntegration, Integration } from '../../../contract/resources/integrations';
import { ConnectInstructions } from './ConnectInstructions';
import { integrationTexts } from './integrationTexts';

interface Props {
  datasourceUid: string;
  integration: Integration;
  onNewToken: (changed: ChangedIntegration) => void;
  onChange: () => void;
}

type Asking = 'delete' | 'token';

/** One integration: whether anything arrives, and how to point the other system at it. */
export function IntegrationCard({ datasourceUid, integration, onNewToken, onChange }: Props) {
  const [asking, setAsking] = useState<Asking>();
  const [isOpen, setIsOpen] = useState(false);
  const { id, name, version } = integration;
  const act = useAction(
    useCallback(
      async (what: Asking) => {
        if (what === 'delete') {
          await callRoute(datasourceUid, 'deleteIntegration', { params: { id } });
          onChange();
        } else {
          const body = { new_token: true as const, expected_version: version };
          onNewToken(await callRoute(datasourceUid, 'updateIntegration', { params: { id }, body }));
        }
      },
      [datasourceUid, id, version, onChange, onNewToken]
    )
  );
  return (
    <>
      {act.error && <ErrorNotice title="Nothing was changed" message={act.error.message} onRetry={onChange} />}
      <Card noMargin>
        <Card.Heading>{name}</Card.Heading>
        <Card.Meta>
          {[
            integrationTexts[integration.kind].label,
            `Token ${integration.hint}…`,
            integration.last_received_at === null
              ? 'Nothing has arrived yet'
              : `Last heard of ${formatTime(integration.last_received_at)}`,
          ]}
        </Card.Meta>
        <Card.Description>
          {integration.last_problem !== null && (
            <Alert severity="warning" title="The latest notification had a problem">
              {integration.last_problem}
            </Alert>
          )}
          <TextLink inline href={alertRulePath(integration.alert_rule_id)}>
            Its rule says to which channels its alerts go
          </TextLink>
          <CollapsableSection label="How to connect it" isOpen={isOpen} onToggle={setIsOpen}>
            <ConnectInstructions integration={integration} />
          </CollapsableSection>
        </Card.Description>
        <Card.Actions>
          <Button size="sm" variant="secondary" disabled={act.running} onClick={() => setAsking('token')}>
            New token
          </Button>
          <Button
            size="sm"
            variant="destructive"
            fill="outline"
            disabled={act.running}
            onClick={() => setAsking('delete')}
          >
            Delete
          </Button>
        </Card.Actions>
      </Card>
      <ConfirmModal
        isOpen={asking !== undefined}
        title={asking === 'delete' ? `Delete “${name}”?` : `A new token for “${name}”?`}
        body={
          asking === 'delete'
            ? 'Its rule is deleted with it, and its open alerts are resolved with that as the reason. What the other system sends is refused from now on.'
            : 'The old token is refused from now on: put the new one into the other system at once.'
        }
        confirmText={asking === 'delete' ? 'Delete the integration' : 'Make a new token'}
        onDismiss={() => setAsking(undefined)}
        onConfirm={() => {
          setAsking(undefined);
          if (asking) {
            void act.run(asking);
          }
        }}
      />
    </>
  );
}
