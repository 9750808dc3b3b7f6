import { Badge, Button, Card, ConfirmModal } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useAction } from '../../../api/useAction';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { formatTime } from '../../../components/formatTime';
import type { Token } from '../../../contract/resources/tokens';
import { scopeTexts } from './scopeTexts';

interface Props {
  datasourceUid: string;
  tokens: Token[];
  onChange: () => void;
}

/** The tokens, without their secrets, and the end of each. */
export function TokenList({ datasourceUid, tokens, onChange }: Props) {
  const [toRevoke, setToRevoke] = useState<Token>();
  const revoke = useAction(
    useCallback(
      async (token: Token) => {
        await callRoute(datasourceUid, 'revokeToken', { params: { id: token.id } });
        onChange();
      },
      [datasourceUid, onChange]
    )
  );
  return (
    <div style={{ width: '100%' }}>
      {revoke.error && <ErrorNotice title="The token was not revoked" message={revoke.error.message} />}
      <CardList>
        {tokens.map((token) => (
          <Card key={token.id} noMargin>
            <Card.Heading>{token.name}</Card.Heading>
            <Card.Meta>
              {[
                scopeTexts[token.scope].label,
                `${token.hint}…`,
                `Created ${formatTime(token.created_at)}`,
                token.last_used_at ? `Last used ${formatTime(token.last_used_at)}` : 'Never used',
              ]}
            </Card.Meta>
            <Card.SecondaryActions>
              {token.revoked_at ? (
                <Badge color="darkgrey" text={`Revoked ${formatTime(token.revoked_at)}`} />
              ) : (
                <Button size="sm" variant="destructive" fill="outline" onClick={() => setToRevoke(token)}>
                  Revoke
                </Button>
              )}
            </Card.SecondaryActions>
          </Card>
        ))}
      </CardList>
      <ConfirmModal
        isOpen={toRevoke !== undefined}
        title={`Revoke ${toRevoke?.name ?? ''}?`}
        body="Whatever uses this token is refused from now on. It cannot be given back."
        confirmText="Revoke the token"
        onDismiss={() => setToRevoke(undefined)}
        onConfirm={async () => {
          if (toRevoke) {
            await revoke.run(toRevoke);
          }
          setToRevoke(undefined);
        }}
      />
    </div>
  );
}
