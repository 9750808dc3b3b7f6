import { Box, Stack, Text, TextLink } from '@grafana/ui';
import React, { useCallback, useMemo } from 'react';
import { callRoute } from '../../api/callRoute';
import { mayExplore } from '../../api/datasource';
import { useLoaded } from '../../api/useLoaded';
import { ErrorNotice } from '../../components/ErrorNotice';
import { formatTime } from '../../components/formatTime';
import { Skeleton } from '../../components/Skeleton';
import type { ErrorGroup, ErrorGroupDetail } from '../../contract/resources/errorGroups';
import { GroupActions } from './GroupActions';
import { GroupBadges } from './groupColumns';
import { groupInExplore, groupOnDashboard } from './groupLinks';
import { groupScene } from './groupScene';
import { SingleErrors } from './SingleErrors';

interface Props {
  datasourceUid: string;
  groupId: string;
}

/** One group: what it is, its errors one by one, when and where it happens, and what was done about it. */
export function GroupScreen({ datasourceUid, groupId }: Props) {
  const params = useMemo(() => ({ id: groupId }), [groupId]);
  const group = useLoaded(
    useCallback(() => callRoute(datasourceUid, 'getErrorGroup', { params }), [datasourceUid, params])
  );
  if (group.error) {
    return <ErrorNotice title="The error cannot be read" message={group.error.message} onRetry={group.reload} />;
  }
  if (!group.value) {
    return <Skeleton label="Loading the error" lines={8} />;
  }
  const { value } = group;
  return (
    <Stack direction="column" gap={3}>
      <Stack direction="column" gap={1}>
        <Text element="h2">{value.title}</Text>
        <Text color="secondary">
          {value.culprit} · {value.app}
        </Text>
        <GroupBadges group={value} />
        <Text>
          {value.events.toLocaleString()} errors for {value.users.toLocaleString()} users, first seen{' '}
          {formatTime(value.first_seen)}, last seen {formatTime(value.last_seen)}
          {value.releases[0] !== undefined && `, newest release ${value.releases[0]}`}.
        </Text>
        <Stack gap={2} wrap="wrap">
          {mayExplore() && <TextLink href={groupInExplore(datasourceUid, value)}>Its errors in Explore</TextLink>}
          <TextLink href={groupOnDashboard(value)}>On the dashboard</TextLink>
        </Stack>
      </Stack>
      <GroupActions datasourceUid={datasourceUid} group={value} onChange={group.reload} />
      <SingleErrors datasourceUid={datasourceUid} groupId={groupId} />
      <Charts datasourceUid={datasourceUid} app={value.app} fingerprint={value.fingerprint} />
      <History history={value.history} />
    </Stack>
  );
}

function Charts({
  datasourceUid,
  app,
  fingerprint,
}: { datasourceUid: string } & Pick<ErrorGroup, 'app' | 'fingerprint'>) {
  const scene = useMemo(() => groupScene(datasourceUid, { app, fingerprint }), [datasourceUid, app, fingerprint]);
  return <scene.Component model={scene} />;
}

const acts = {
  resolve: 'resolved it',
  ignore: 'ignored it',
  reopen: 'reopened it',
  regress: 'It came back',
  unignore: 'It is ignored no longer',
} as const;

function History({ history }: Pick<ErrorGroupDetail, 'history'>) {
  if (history.length === 0) {
    return null;
  }
  return (
    <section>
      <Text element="h3">History</Text>
      <ul style={{ listStyle: 'none' }}>
        {history.map(({ at, actor, act, comment }) => (
          <li key={`${at} ${act}`}>
            <Box marginTop={1}>
              <Text color="secondary">{formatTime(at)}</Text> {actor} {acts[act]}
              {comment !== null && `: ${comment}`}
            </Box>
          </li>
        ))}
      </ul>
    </section>
  );
}
