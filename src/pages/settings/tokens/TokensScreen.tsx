import { Button, EmptyState, Stack } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { listEvery } from '../../../api/listEvery';
import { useAction } from '../../../api/useAction';
import { useLoaded } from '../../../api/useLoaded';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import type { CreatedToken, CreateToken } from '../../../contract/resources/tokens';
import { NewToken } from './NewToken';
import { TokenForm } from './TokenForm';
import { TokenList } from './TokenList';

/** Tokens: what programs show instead of a person's login. */
export function TokensScreen({ datasourceUid }: { datasourceUid: string }) {
  const [step, setStep] = useState<'list' | 'form' | CreatedToken>('list');
  const tokens = useLoaded(
    useCallback(
      () =>
        listEvery((cursor) =>
          callRoute(datasourceUid, 'listTokens', { query: { limit: 500, ...(cursor && { cursor }) } })
        ),
      [datasourceUid]
    )
  );
  const { reload } = tokens;
  const create = useAction(
    useCallback(
      async (body: CreateToken) => {
        setStep(await callRoute(datasourceUid, 'createToken', { body }));
        reload();
      },
      [datasourceUid, reload]
    )
  );

  if (tokens.error) {
    return <ErrorNotice title="The tokens cannot be read" message={tokens.error.message} onRetry={reload} />;
  }
  if (!tokens.value) {
    return <Skeleton label="Loading the tokens" lines={4} />;
  }
  if (step === 'form') {
    return <TokenForm create={create} onCancel={() => setStep('list')} />;
  }
  const createButton = (
    <Button icon="plus" onClick={() => setStep('form')}>
      Create a token
    </Button>
  );
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      {step !== 'list' && <NewToken created={step} onDone={() => setStep('list')} />}
      {tokens.value.length === 0 ? (
        <EmptyState variant="call-to-action" message="No token yet" button={createButton}>
          A token lets a program use the server: a script, a build that uploads source maps, another Grafana.
        </EmptyState>
      ) : (
        <>
          {createButton}
          <TokenList datasourceUid={datasourceUid} tokens={tokens.value} onChange={reload} />
        </>
      )}
    </Stack>
  );
}
