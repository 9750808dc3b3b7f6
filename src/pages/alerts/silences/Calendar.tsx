import { css, cx } from '@emotion/css';
import { dateTime, dateTimeFormat, type DateTime, type GrafanaTheme2 } from '@grafana/data';
import { IconButton, RadioButtonGroup, Stack, Text, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { MaintenanceWindow } from '../../../contract/resources/maintenanceWindows';
import type { Silence } from '../../../contract/resources/silences';
import { calendarDays, type CalendarSpan } from './calendarDays';
import { entriesOf } from './calendarEntries';

interface Props {
  windows: readonly MaintenanceWindow[];
  silences: readonly Silence[];
}

const spans: Array<{ label: string; value: CalendarSpan }> = [
  { label: 'Month', value: 'month' },
  { label: 'Week', value: 'week' },
];
const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A month or a week with what is muted when. Windows stand on the days of their own time zone, silences on those of the reader. */
export function Calendar({ windows, silences }: Props) {
  const styles = useStyles2(getStyles);
  const [span, setSpan] = useState<CalendarSpan>('month');
  const [shown, setShown] = useState<DateTime>(() => dateTime());
  const days = calendarDays(shown.format('YYYY-MM-DD'), span);
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const entries = entriesOf(windows, silences, first, last, (at) => dateTimeFormat(at, { format: 'YYYY-MM-DD HH:mm' }));
  const today = dateTimeFormat(dateTime(), { format: 'YYYY-MM-DD' });
  const go = (steps: number) => setShown((before) => dateTime(before).add(steps, `${span}s`));
  const title =
    span === 'month'
      ? shown.format('MMMM YYYY')
      : `${dateTime(first).format('D MMMM')} to ${dateTime(last).format('D MMMM YYYY')}`;
  return (
    <section aria-label="Calendar">
      <Stack direction="column" gap={1}>
        <Stack gap={1} alignItems="center">
          <IconButton name="angle-left" aria-label={`The ${span} before`} onClick={() => go(-1)} />
          <div aria-live="polite">
            <Text weight="medium">{title}</Text>
          </div>
          <IconButton name="angle-right" aria-label={`The ${span} after`} onClick={() => go(1)} />
          <RadioButtonGroup size="sm" aria-label="Show" options={spans} value={span} onChange={setSpan} />
        </Stack>
        <ol className={styles.grid}>
          {weekdayNames.map((name) => (
            <li key={name} className={styles.head} aria-hidden>
              {name}
            </li>
          ))}
          {days.map((day) => {
            const own = entries.filter((entry) => entry.day === day);
            return (
              <li
                key={day}
                className={cx(
                  styles.day,
                  day === today && styles.today,
                  span === 'week' && styles.long,
                  span === 'month' && !day.startsWith(shown.format('YYYY-MM')) && styles.other
                )}
              >
                <span className={styles.number}>{Number(day.slice(8))}</span>
                {own.map((entry) => (
                  <span
                    key={`${entry.kind} ${entry.id}`}
                    className={entry.kind === 'silence' ? styles.silence : styles.window}
                    title={`${entry.text}: ${entry.name}`}
                  >
                    {entry.text} {entry.name}
                  </span>
                ))}
              </li>
            );
          })}
        </ol>
      </Stack>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const entry = {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap' as const,
    padding: theme.spacing(0, 0.5),
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.bodySmall.fontSize,
  };
  return {
    grid: css({
      listStyle: 'none',
      display: 'grid',
      gridTemplateColumns: 'repeat(7, minmax(0, 1fr))',
      gap: 1,
      backgroundColor: theme.colors.border.weak,
      border: `1px solid ${theme.colors.border.weak}`,
    }),
    head: css({
      padding: theme.spacing(0.5),
      textAlign: 'center',
      color: theme.colors.text.secondary,
      backgroundColor: theme.colors.background.primary,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    day: css({
      minHeight: 72,
      padding: theme.spacing(0.5),
      display: 'flex',
      flexDirection: 'column',
      gap: 2,
      backgroundColor: theme.colors.background.primary,
      [theme.breakpoints.down('sm')]: { minHeight: 48 },
    }),
    // There is room for whole names.
    long: css({ minHeight: 200, '& > span': { whiteSpace: 'normal', overflowWrap: 'anywhere' } }),
    today: css({ boxShadow: `inset 0 0 0 2px ${theme.colors.primary.border}` }),
    other: css({ opacity: 0.5 }),
    number: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    silence: css({ ...entry, backgroundColor: theme.colors.warning.transparent, color: theme.colors.warning.text }),
    window: css({ ...entry, backgroundColor: theme.colors.info.transparent, color: theme.colors.info.text }),
  };
};
