import { formattedValueToString, getValueFormat } from '@grafana/data';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useLoaded } from '../../../api/useLoaded';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import type { ServerStatus } from '../../../contract/resources/status';

const modes: Record<ServerStatus['database']['mode'], string> = {
  embedded: 'Embedded PostgreSQL, beside the server',
  external: 'Your own PostgreSQL',
};

/** What there is to know about the server, in the order in which a person asks. */
export function factsOf({ version, ingest_url, database }: ServerStatus): Array<[string, string]> {
  const size = database.size_bytes;
  return [
    ['Seamark', version],
    ['Clients send to', ingest_url],
    ['Database', modes[database.mode]],
    ['PostgreSQL', database.version ?? 'Unknown: the database does not answer'],
    ['Size', size === null ? 'Unknown' : formattedValueToString(getValueFormat('bytes')(size))],
    ['Schema', database.schema === null ? 'Unknown' : String(database.schema)],
  ];
}

/** How the server is, and what to do about what is not as it should be. */
export function ServerScreen({ datasourceUid }: { datasourceUid: string }) {
  const { value, error, loading, reload } = useLoaded(
    useCallback(() => callRoute(datasourceUid, 'getStatus', {}), [datasourceUid])
  );
  if (error) {
    return <ErrorNotice title="The server does not say how it is" message={error.message} onRetry={reload} />;
  }
  if (!value) {
    return <Skeleton label="Loading the server’s status" lines={6} />;
  }
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      {value.ok && value.findings.length === 0 && <Alert severity="success" title="Everything is as it should be" />}
      {value.findings.map(({ level, message }) => (
        <Alert key={message} severity={level} title={message} />
      ))}
      <dl style={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '4px 24px', margin: 0 }}>
        {factsOf(value).map(([name, fact]) => (
          <React.Fragment key={name}>
            <dt>
              <Text color="secondary">{name}</Text>
            </dt>
            <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{fact}</dd>
          </React.Fragment>
        ))}
      </dl>
      <Button variant="secondary" icon="sync" disabled={loading} onClick={reload}>
        Check again
      </Button>
    </Stack>
  );
}
