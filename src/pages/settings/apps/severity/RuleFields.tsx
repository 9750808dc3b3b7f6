import { Combobox, Field, IconButton, Input, Stack } from '@grafana/ui';
import React, { useId } from 'react';
import { severities } from '../../../../contract/severities';
import type { RuleDraft } from './RuleDraft';

interface Props {
  /** Its place among the rules, from 1. */
  place: number;
  rule: RuleDraft;
  problem?: string;
  isFirst: boolean;
  isLast: boolean;
  onChange: (part: Partial<RuleDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

const options = [...severities].reverse().map((value) => ({ value }));

/** One rule: what an error must be, and how bad it is then. */
export function RuleFields({ place, rule, problem, isFirst, isLast, onChange, onMove, onRemove }: Props) {
  const id = useId();
  const text = (name: 'type' | 'message' | 'url', label: string, placeholder: string, width: number) => (
    <Field
      label={label}
      noMargin
      invalid={name === 'message' && problem !== undefined}
      error={name === 'message' && problem}
    >
      <Input
        id={`${id}-${name}`}
        width={width}
        maxLength={200}
        value={rule[name]}
        placeholder={placeholder}
        onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    </Field>
  );
  return (
    <fieldset aria-label={`Rule ${place}`}>
      <Stack gap={1} wrap="wrap" alignItems="flex-start">
        {text('type', 'Class', 'ChunkLoadError, Chunk*', 24)}
        {text('message', 'Message (RE2)', '^Loading chunk \\d+ failed', 34)}
        {text('url', 'Page', 'https://shop.example/checkout*', 34)}
        <Field label="Severity" noMargin>
          <Combobox
            id={`${id}-severity`}
            width={16}
            options={options}
            value={rule.severity}
            onChange={({ value }) => onChange({ severity: value })}
          />
        </Field>
        <Field label={`Rule ${place}`} noMargin>
          <Stack gap={0.5} alignItems="center" height={4}>
            <IconButton
              name="arrow-up"
              aria-label={`Move rule ${place} up`}
              disabled={isFirst}
              onClick={() => onMove(-1)}
            />
            <IconButton
              name="arrow-down"
              aria-label={`Move rule ${place} down`}
              disabled={isLast}
              onClick={() => onMove(1)}
            />
            <IconButton name="trash-alt" aria-label={`Remove rule ${place}`} onClick={onRemove} />
          </Stack>
        </Field>
      </Stack>
    </fieldset>
  );
}
