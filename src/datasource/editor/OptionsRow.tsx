import { Field, InlineSwitch, Input, RadioButtonGroup, Stack } from '@grafana/ui';
import React, { useId, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { DataKind } from '../../contract/query/kinds';
import { leavesBotsOut } from '../../contract/query/leavesBotsOut';
import type { SeamarkQuery } from '../query/SeamarkQuery';
import { readLimit } from '../query/readLimit';

type Format = NonNullable<SeamarkQuery['format']>;

const formats: Array<{ value: Format; label: string; description: string }> = [
  { value: 'time_series', label: 'Time series', description: 'One line a group' },
  { value: 'table', label: 'Table', description: 'One row a group, over the whole time range' },
  { value: 'logs', label: 'Logs', description: 'Every row by itself, newest first' },
];

/** Ten, the usual number of groups, are too few lines to read a log by. */
const usualLines = 100;

interface Props {
  query: SeamarkQuery;
  kind: DataKind;
  hint: string | undefined;
  onChange: (part: Pick<SeamarkQuery, 'format' | 'limit' | 'includeBots'>) => void;
}

/** How the answer is shaped. */
export function OptionsRow({ query, kind, hint, onChange }: Props) {
  const { format = 'time_series', groupBy = [], limit, includeBots = !leavesBotsOut(kind) } = query;
  const id = useId();
  const isLimited = format === 'logs' || groupBy.length > 0;
  const hasBots = kind !== 'health' && kind !== 'alerts';
  const setFormat = (next: Format) =>
    onChange(next === 'logs' && limit === undefined ? { format: next, limit: usualLines } : { format: next });
  return (
    <Stack direction="row" gap={2} wrap="wrap" alignItems="flex-end">
      <Field label="Format" noMargin>
        <RadioButtonGroup aria-label="Format" options={formats} value={format} onChange={setFormat} />
      </Field>
      {isLimited && (
        <Field
          label={format === 'logs' ? 'Rows at most' : 'Groups at most'}
          noMargin
          invalid={hint !== undefined}
          error={hint}
        >
          <LimitInput
            id={`${id}limit`}
            key={limit}
            limit={limit}
            invalid={hint !== undefined}
            onChange={(value) => onChange({ limit: value })}
          />
        </Field>
      )}
      {hasBots && (
        <InlineSwitch
          id={`${id}bots`}
          label="Include bots"
          showLabel
          transparent
          value={includeBots}
          onChange={(event) => onChange({ includeBots: event.currentTarget.checked })}
        />
      )}
    </Stack>
  );
}

interface LimitInputProps {
  id: string;
  limit: number | undefined;
  invalid: boolean;
  onChange: (limit: number | undefined) => void;
}

/** Takes effect when it is left or Enter is pressed, so that typing 100 does not first ask for 1 and 10. */
function LimitInput({ id, limit, invalid, onChange }: LimitInputProps) {
  const [text, setText] = useState(limit === undefined ? '' : String(limit));
  const commit = (event: FocusEvent<HTMLInputElement> | KeyboardEvent<HTMLInputElement>) => {
    const next = readLimit(event.currentTarget.value);
    if (next !== limit) {
      onChange(next);
    }
  };
  return (
    <Input
      id={id}
      type="number"
      min={1}
      width={12}
      placeholder="10"
      invalid={invalid}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit(event)}
    />
  );
}
