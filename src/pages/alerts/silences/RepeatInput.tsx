import { Checkbox, Combobox, Field, Input, RadioButtonGroup, Stack } from '@grafana/ui';
import React, { useId } from 'react';
import { Named } from '../../../components/Named';
import { ScrollingRow } from '../../../components/queryBuilder/ScrollingRow';
import { weekdays } from '../../../contract/alerting/weekdays';
import type { RepeatKind, WindowDraft, WindowProblems } from './WindowDraft';

const kinds: Array<{ value: RepeatKind; label: string }> = [
  { value: 'once', label: 'Once' },
  { value: 'day', label: 'By day' },
  { value: 'week', label: 'By week' },
  { value: 'month_days', label: 'By day of the month' },
  { value: 'month_weekday', label: 'By weekday of the month' },
];
const dayOptions = weekdays.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }));
const nths = [
  { value: '1', label: 'First' },
  { value: '2', label: 'Second' },
  { value: '3', label: 'Third' },
  { value: '4', label: 'Fourth' },
  { value: '5', label: 'Fifth' },
  { value: '-1', label: 'Last' },
];
const units: Partial<Record<RepeatKind, string>> = {
  day: 'days',
  week: 'weeks',
  month_days: 'months',
  month_weekday: 'months',
};

interface Props {
  draft: WindowDraft;
  problems: WindowProblems;
  onChange: (part: Partial<WindowDraft>) => void;
}

/** How often a window comes again. */
export function RepeatInput({ draft, problems, onChange }: Props) {
  const id = useId();
  const problem = (name: keyof WindowDraft) => ({ invalid: problems[name] !== undefined, error: problems[name] });
  return (
    <Stack direction="column" gap={2}>
      <Field noMargin label="Repeats">
        <ScrollingRow>
          <RadioButtonGroup
            aria-label="Repeats"
            options={kinds}
            value={draft.repeat}
            onChange={(repeat) => onChange({ repeat })}
          />
        </ScrollingRow>
      </Field>
      {draft.repeat !== 'once' && (
        <Stack gap={2} wrap="wrap" alignItems="flex-start">
          <Field noMargin label="Every" {...problem('interval')}>
            <Input
              id={`${id}-interval`}
              width={16}
              inputMode="numeric"
              suffix={units[draft.repeat]}
              value={draft.interval}
              onChange={(event) => onChange({ interval: event.currentTarget.value })}
            />
          </Field>
          {draft.repeat === 'month_days' && (
            <Field noMargin label="Days" description="With commas; -1 is the last" {...problem('month_days')}>
              <Input
                id={`${id}-days`}
                width={20}
                value={draft.month_days}
                onChange={(event) => onChange({ month_days: event.currentTarget.value })}
              />
            </Field>
          )}
          {draft.repeat === 'month_weekday' && (
            <Field noMargin label="On the">
              <Stack gap={1}>
                <Named name="Which of the month">
                  {(name) => (
                    <Combobox
                      aria-labelledby={name}
                      width={16}
                      options={nths}
                      value={draft.nth}
                      onChange={({ value }) => onChange({ nth: value })}
                    />
                  )}
                </Named>
                <Named name="Weekday">
                  {(name) => (
                    <Combobox
                      aria-labelledby={name}
                      width={20}
                      options={dayOptions}
                      value={draft.weekday}
                      onChange={({ value }) => onChange({ weekday: value })}
                    />
                  )}
                </Named>
              </Stack>
            </Field>
          )}
          <Field noMargin label="Until" description="Empty: for ever" {...problem('repeat_until')}>
            <Input
              id={`${id}-until`}
              type="date"
              width={20}
              value={draft.repeat_until}
              onChange={(event) => onChange({ repeat_until: event.currentTarget.value })}
            />
          </Field>
        </Stack>
      )}
      {draft.repeat === 'week' && (
        <Field noMargin label="On" {...problem('weekdays')}>
          <Stack gap={2} wrap="wrap">
            {dayOptions.map(({ value, label }) => (
              <Checkbox
                key={value}
                label={label}
                value={draft.weekdays.includes(value)}
                onChange={(event) => {
                  const isChosen = event.currentTarget.checked;
                  onChange({
                    // In the order of the week, whatever the order of the clicks.
                    weekdays: weekdays.filter((day) => (day === value ? isChosen : draft.weekdays.includes(day))),
                  });
                }}
              />
            ))}
          </Stack>
        </Field>
      )}
    </Stack>
  );
}
