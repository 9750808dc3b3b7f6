import { css } from '@emotion/css';
import { dateTime, dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Badge, Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import React, { useCallback, type ReactNode } from 'react';
import { useLive } from '../../../api/useLive';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { describeDuration } from '../../../contract/alerting/describeDuration';
import { errorFingerprintPath, errorGroupPath, pagePaths } from '../../../contract/pagePaths';
import { aroundMinutes, aroundOpening } from './aroundAlert';
import { loadAround, type AroundError } from './loadAround';
import { describeTotalChange, type Part, type ServiceHealth, type Total } from './readAround';

interface Props {
  datasourceUid: string;
  opened: string;
  app: string | undefined;
}

/** The time around an alert fills up while it goes on. */
const everyMs = 60_000;

/** What else happened when an alert opened: errors, traffic, releases, health. */
export function Around({ datasourceUid, opened, app }: Props) {
  const styles = useStyles2(getStyles);
  const around = useLive(
    useCallback(async () => {
      const range = aroundOpening({ created_at: opened }, dateTime().valueOf());
      return { range, found: await loadAround(datasourceUid, app, range) };
    }, [datasourceUid, opened, app]),
    everyMs
  );
  const { value } = around;
  return (
    <section aria-label="What else happened">
      <Stack direction="column" gap={1}>
        <Text element="h3">What else happened</Text>
        <Text color="secondary" variant="bodySmall">
          {aroundMinutes} minutes before and after it opened
          {value && ` (${clock(value.range.from)} to ${clock(value.range.to)})`}
          {app === undefined ? ', in all apps.' : `, in the app ${app}.`}
        </Text>
        {around.error && !value && (
          <ErrorNotice title="It cannot be read" message={around.error.message} onRetry={around.reload} />
        )}
        {!value && !around.error && <Skeleton label="Looking for what else happened" lines={5} />}
        {value && (
          <div className={styles.grid}>
            <Block title="Errors" href={pagePaths.errors} part={value.found.groups}>
              {(groups) => (
                <>
                  <TotalLine part={value.found.errors} what="errors" range={value.range} />
                  <Errors errors={groups} />
                </>
              )}
            </Block>
            <Block title="Traffic" href={pagePaths.overview} part={value.found.views}>
              {() => (
                <>
                  <TotalLine part={value.found.views} what="page views" range={value.range} />
                  <TotalLine part={value.found.sessions} what="sessions" range={value.range} />
                </>
              )}
            </Block>
            <Block title="Releases" part={value.found.releases}>
              {(releases) =>
                releases.length === 0 ? (
                  <Text color="secondary">No release was first seen.</Text>
                ) : (
                  releases.map(({ at, title, text }) => (
                    <Text key={`${at} ${title}`}>
                      {clock(at)} {title}: {text}
                    </Text>
                  ))
                )
              }
            </Block>
            <Block title="Health" part={value.found.health}>
              {(services) => <Health services={services} />}
            </Block>
          </div>
        )}
      </Stack>
    </section>
  );
}

interface BlockProps<T> {
  title: string;
  href?: string;
  part: Part<T>;
  children: (value: T) => ReactNode;
}

function Block<T>({ title, href, part, children }: BlockProps<T>) {
  return (
    <Stack direction="column" gap={0.5}>
      <Text element="h4">{href ? <TextLink href={href}>{title}</TextLink> : title}</Text>
      {'problem' in part ? <Text color="error">{part.problem}</Text> : children(part.value)}
    </Stack>
  );
}

function TotalLine({ part, what, range }: { part: Part<Total>; what: string; range: { from: number; to: number } }) {
  if ('problem' in part) {
    return <Text color="error">{part.problem}</Text>;
  }
  const change = describeTotalChange(part.value, describeDuration((range.to - range.from) / 1000));
  return (
    <Text>
      {(part.value.now ?? 0).toLocaleString()} {what}
      {change !== undefined && `, ${change}`}
    </Text>
  );
}

function Errors({ errors }: { errors: readonly AroundError[] }) {
  return (
    <ul style={{ listStyle: 'none' }}>
      {errors.map(({ app, fingerprint, count, group, isNew }) => (
        <li key={`${app} ${fingerprint}`} style={{ overflowWrap: 'anywhere' }}>
          <Stack gap={0.5} alignItems="baseline" wrap="wrap">
            <Text tabular>{count.toLocaleString()} ×</Text>
            <TextLink href={group ? errorGroupPath(group.id) : errorFingerprintPath(fingerprint)}>
              {group?.title ?? fingerprint}
            </TextLink>
            {isNew && <Badge text="New" color="orange" tooltip="First seen in this time" />}
            {group?.status === 'regressed' && (
              <Badge text="Regressed" color="red" tooltip="Was resolved and came back" />
            )}
          </Stack>
        </li>
      ))}
    </ul>
  );
}

function Health({ services }: { services: readonly ServiceHealth[] }) {
  const ill = services.filter(({ degraded, down }) => degraded + down > 0);
  if (services.length === 0) {
    return <Text color="secondary">No service was looked at.</Text>;
  }
  return (
    <>
      {ill.map(({ service, results, degraded, down }) => (
        <Text key={service} color={down > 0 ? 'error' : 'warning'}>
          {service}: {[down > 0 && `${down} down`, degraded > 0 && `${degraded} degraded`].filter(Boolean).join(', ')}{' '}
          of {results} results
        </Text>
      ))}
      {ill.length < services.length && (
        <Text color="secondary">
          {services.length - ill.length} of {services.length} services were healthy all the time.
        </Text>
      )}
    </>
  );
}

function clock(time: number): string {
  return dateTimeFormat(time, { format: 'HH:mm' });
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
    gap: theme.spacing(2),
  }),
});
