import { Alert, Button, ClipboardButton, EmptyState, Stack } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { listEvery } from '../../../api/listEvery';
import { useAction } from '../../../api/useAction';
import { useLoaded } from '../../../api/useLoaded';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import type { ChangedIntegration, CreateIntegration } from '../../../contract/resources/integrations';
import { ConnectInstructions } from './ConnectInstructions';
import { IntegrationCard } from './IntegrationCard';
import { IntegrationForm } from './IntegrationForm';

/** Other systems whose alerts are kept here: Grafana itself, or an Alertmanager. */
export function IntegrationsScreen({ datasourceUid }: { datasourceUid: string }) {
  const [step, setStep] = useState<'list' | 'form' | ChangedIntegration>('list');
  const integrations = useLoaded(
    useCallback(
      () =>
        listEvery((cursor) =>
          callRoute(datasourceUid, 'listIntegrations', { query: { limit: 500, ...(cursor && { cursor }) } })
        ),
      [datasourceUid]
    )
  );
  const { reload, value, error } = integrations;
  const create = useAction(
    useCallback(
      async (body: CreateIntegration) => {
        setStep(await callRoute(datasourceUid, 'createIntegration', { body }));
        reload();
      },
      [datasourceUid, reload]
    )
  );

  if (error) {
    return <ErrorNotice title="The integrations cannot be read" message={error.message} onRetry={reload} />;
  }
  if (!value) {
    return <Skeleton label="Loading the integrations" lines={4} />;
  }
  if (step === 'form') {
    return <IntegrationForm create={create} onCancel={() => setStep('list')} />;
  }
  const createButton = (
    <Button icon="plus" onClick={() => setStep('form')}>
      New integration
    </Button>
  );
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      {step !== 'list' && (
        <Alert severity="success" title={`Copy the token of “${step.name}” now: it is not shown again`}>
          <Stack direction="column" gap={1} alignItems="flex-start">
            <code style={{ overflowWrap: 'anywhere' }}>{step.token}</code>
            <Stack gap={1}>
              <ClipboardButton size="sm" icon="copy" getText={() => step.token ?? ''}>
                Copy the token
              </ClipboardButton>
              <Button size="sm" variant="secondary" onClick={() => setStep('list')}>
                I have it
              </Button>
            </Stack>
            <ConnectInstructions integration={step} />
          </Stack>
        </Alert>
      )}
      {value.length === 0 ? (
        <EmptyState variant="call-to-action" message="No other system sends its alerts here" button={createButton}>
          Point a Grafana contact point or an Alertmanager at Seamark, and the alerts that you already have can be
          acknowledged, assigned and commented in the same inbox. They open and close as the other system says; the
          acknowledgement stays here.
        </EmptyState>
      ) : (
        <>
          {createButton}
          <CardList>
            {value.map((integration) => (
              <IntegrationCard
                key={integration.id}
                datasourceUid={datasourceUid}
                integration={integration}
                onNewToken={(changed) => {
                  setStep(changed);
                  reload();
                }}
                onChange={reload}
              />
            ))}
          </CardList>
        </>
      )}
    </Stack>
  );
}
