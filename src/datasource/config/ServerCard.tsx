import { formattedValueToString, getValueFormat } from '@grafana/data';
import { Alert, Stack, Text } from '@grafana/ui';
import React from 'react';
import type { ServerStatus } from '../../contract/resources/status';
import { useServerStatus } from './useServerStatus';

interface Props {
  uid: string;
  version: number | undefined;
}

/** The server that answers, its database, and what it has to say about itself. Nothing while none answers. */
export function ServerCard({ uid, version }: Props) {
  const status = useServerStatus(uid, version);
  if (!status) {
    return null;
  }
  return (
    <Stack direction="column" gap={1}>
      <Text element="h3" variant="h4">
        The server that answers
      </Text>
      <Text color="secondary">{serverText(status)}</Text>
      <Text color="secondary">Sites send their data to {status.ingest_url}.</Text>
      {status.findings.map(({ level, message }) => (
        <Alert key={message} severity={level} title={message} bottomSpacing={0} />
      ))}
    </Stack>
  );
}

function serverText({ version, database }: ServerStatus): string {
  const size =
    database.size_bytes === null ? '' : `, ${formattedValueToString(getValueFormat('bytes')(database.size_bytes))}`;
  const where = database.mode === 'embedded' ? 'its own PostgreSQL' : 'an external PostgreSQL';
  return `Seamark ${version} on ${where}${database.version ? ` ${database.version}` : ''}${size}.`;
}
