import { Field, IconButton, Input, Stack } from '@grafana/ui';
import React from 'react';
import { AddRowButton } from '../../../components/AddRowButton';

/** A name and a value, as they are typed. */
export interface Pair {
  name: string;
  value: string;
}

interface Props {
  label: string;
  description: string;
  /** One of them, as in `header`. */
  item: string;
  placeholder: Pair;
  pairs: readonly Pair[];
  onChange: (pairs: Pair[]) => void;
  disabled: boolean;
  /** Typed values are not shown. */
  isSecret?: boolean;
}

const mostPairs = 30;

/** Names with values, one a row. */
export function PairRows({ label, description, item, placeholder, pairs, onChange, disabled, isSecret }: Props) {
  const set = (index: number, part: Partial<Pair>) =>
    onChange(pairs.map((pair, at) => (at === index ? { ...pair, ...part } : pair)));
  return (
    <Field label={label} description={description}>
      <Stack direction="column" gap={0.5} alignItems="flex-start">
        {pairs.map(({ name, value }, index) => (
          <Stack key={index} gap={0.5} wrap="wrap" alignItems="center">
            <Input
              aria-label={`Name of ${item} ${index + 1}`}
              width={24}
              disabled={disabled}
              placeholder={placeholder.name}
              value={name}
              onChange={(event) => set(index, { name: event.currentTarget.value })}
            />
            <Input
              aria-label={`Value of ${item} ${index + 1}`}
              width={36}
              disabled={disabled}
              type={isSecret ? 'password' : 'text'}
              autoComplete="off"
              placeholder={placeholder.value}
              value={value}
              onChange={(event) => set(index, { value: event.currentTarget.value })}
            />
            <IconButton
              name="trash-alt"
              aria-label={`Remove ${item} ${index + 1}`}
              tooltip="Remove"
              disabled={disabled}
              onClick={() => onChange(pairs.filter((_pair, at) => at !== index))}
            />
          </Stack>
        ))}
        {pairs.length < mostPairs && (
          <AddRowButton disabled={disabled} onClick={() => onChange([...pairs, { name: '', value: '' }])}>
            {`Add a ${item}`}
          </AddRowButton>
        )}
      </Stack>
    </Field>
  );
}

/** Rows as a record; those without a name are left out. Undefined where none is left. */
export function recordOf(pairs: readonly Pair[]): Record<string, string> | undefined {
  const named = pairs.filter(({ name }) => name.trim() !== '').map(({ name, value }) => [name.trim(), value] as const);
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

/** A record as rows. */
export function pairsOf(record: unknown): Pair[] {
  return Object.entries((record ?? {}) as Record<string, unknown>).map(([name, value]) => ({
    name,
    value: String(value),
  }));
}
