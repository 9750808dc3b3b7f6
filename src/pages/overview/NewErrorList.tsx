import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, Box, Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../api/callRoute';
import { useLive } from '../../api/useLive';
import { SeverityStripe } from '../../components/alerts/SeverityStripe';
import { ErrorNotice } from '../../components/ErrorNotice';
import { formatTime } from '../../components/formatTime';
import { Skeleton } from '../../components/Skeleton';
import { describeDuration } from '../../contract/alerting/describeDuration';
import { errorGroupPath, pagePaths } from '../../contract/pagePaths';
import type { ListProps } from './ListPanel';
import { newErrorsOf, type NewError } from './newErrorsOf';

const everyMs = 30_000;
const mostShown = 20;
/** Of each kind that is asked for: what lies further back is not new. */
const limit = 100;

/** Error groups that are new or have come back, each a link to its page. */
export function NewErrorList({ datasourceUid, apps, range }: ListProps) {
  const styles = useStyles2(getStyles);
  const { value, error, reload } = useLive(
    useCallback(async () => {
      const list = (query: { status: string; sort: 'first_seen' | 'last_seen' }) =>
        callRoute(datasourceUid, 'listErrorGroups', { query: { ...query, limit } });
      const [begun, back] = await Promise.all([
        list({ status: 'unresolved', sort: 'first_seen' }),
        list({ status: 'regressed', sort: 'last_seen' }),
      ]);
      return [...begun.items, ...back.items];
    }, [datasourceUid]),
    everyMs
  );
  if (error && !value) {
    return <ErrorNotice title="The errors cannot be read" message={error.message} onRetry={reload} />;
  }
  if (!value) {
    return <Skeleton label="Loading the errors" lines={4} />;
  }
  const found = newErrorsOf(value, apps, range);
  if (found.length === 0) {
    return (
      <Box padding={2}>
        <Text color="secondary">
          No error began or came back in this time. <TextLink href={pagePaths.errors}>All errors</TextLink>
        </Text>
      </Box>
    );
  }
  return (
    <>
      <ul className={styles.list} aria-label="New and regressed errors">
        {found.slice(0, mostShown).map((one) => (
          <Row key={one.group.id} error={one} to={range.to} />
        ))}
      </ul>
      {found.length > mostShown && (
        <Box padding={1}>
          <TextLink href={pagePaths.errors} variant="bodySmall">{`All ${found.length} of them`}</TextLink>
        </Box>
      )}
    </>
  );
}

function Row({ error: { group, why, at }, to }: { error: NewError; to: number }) {
  const styles = useStyles2(getStyles);
  const isNew = why === 'new';
  const counts = `${group.events.toLocaleString('en')} ${group.events === 1 ? 'event' : 'events'}, ${group.users.toLocaleString('en')} ${group.users === 1 ? 'user' : 'users'}`;
  return (
    <li className={styles.row}>
      <SeverityStripe severity={group.severity} faint={false} />
      <div className={styles.main}>
        <Stack gap={1} alignItems="center" wrap="wrap">
          <TextLink href={errorGroupPath(group.id)} color="primary" inline={false} weight="medium">
            {group.title}
          </TextLink>
          <Badge text={isNew ? 'New' : 'Regressed'} color={isNew ? 'orange' : 'red'} />
        </Stack>
        <Text color="secondary" variant="bodySmall">
          {[group.app, group.culprit].filter(Boolean).join(', ')}
        </Text>
      </div>
      <div className={styles.side} title={`${isNew ? 'First' : 'Last'} seen ${formatTime(new Date(at).toISOString())}`}>
        <Text variant="bodySmall" tabular>
          {counts}
        </Text>
        <Text variant="bodySmall" color="secondary">
          {describeDuration((to - at) / 1000)} ago
        </Text>
      </div>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none' }),
  row: css({
    display: 'flex',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    overflowWrap: 'anywhere',
  }),
  main: css({ flex: 1, minWidth: 0 }),
  side: css({ display: 'flex', flexDirection: 'column', alignItems: 'flex-end', textAlign: 'right' }),
});
