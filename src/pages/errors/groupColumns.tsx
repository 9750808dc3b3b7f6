import { Badge, Stack, Text, TextLink, type Column } from '@grafana/ui';
import React from 'react';
import { formatTime } from '../../components/formatTime';
import { severityColours } from '../../components/severityColours';
import { errorGroupPath } from '../../contract/pagePaths';
import type { ErrorGroup } from '../../contract/resources/errorGroups';
import { statusTexts } from './statusTexts';
import { Trend } from './Trend';

/** Columns of the list of groups. */
export const groupColumns: Array<Column<ErrorGroup>> = [
  {
    id: 'title',
    header: 'Error',
    cell: ({ row: { original: group } }) => (
      <Stack direction="column" gap={0}>
        <TextLink href={errorGroupPath(group.id)} color="primary" inline={false}>
          {group.title}
        </TextLink>
        <Text variant="bodySmall" color="secondary" truncate>
          {group.culprit} · {group.app}
        </Text>
      </Stack>
    ),
  },
  { id: 'trend', header: '24 hours', disableGrow: true, cell: ({ row }) => <Trend counts={row.original.trend} /> },
  { id: 'events', header: 'Events', disableGrow: true, cell: ({ row }) => row.original.events.toLocaleString() },
  { id: 'users', header: 'Users', disableGrow: true, cell: ({ row }) => row.original.users.toLocaleString() },
  {
    id: 'first_seen',
    header: 'First seen',
    disableGrow: true,
    cell: ({ row }) => <Instant at={row.original.first_seen} />,
  },
  {
    id: 'last_seen',
    header: 'Last seen',
    disableGrow: true,
    cell: ({ row }) => <Instant at={row.original.last_seen} />,
  },
  { id: 'releases', header: 'Release', disableGrow: true, cell: ({ row }) => row.original.releases[0] ?? '' },
  {
    id: 'status',
    header: 'State',
    disableGrow: true,
    cell: ({ row: { original: group } }) => <GroupBadges group={group} />,
  },
];

/** State and severity of a group. */
export function GroupBadges({ group }: { group: Pick<ErrorGroup, 'status' | 'severity'> }) {
  const { label, color, description } = statusTexts[group.status];
  return (
    <Stack gap={0.5} wrap="wrap">
      <Badge text={label} color={color} tooltip={description} />
      <Badge text={group.severity} color={severityColours[group.severity]} tooltip="The worst of its errors" />
    </Stack>
  );
}

function Instant({ at }: { at: string }) {
  return <span style={{ whiteSpace: 'nowrap' }}>{formatTime(at)}</span>;
}
