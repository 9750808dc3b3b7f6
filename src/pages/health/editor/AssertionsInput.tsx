import { Button, IconButton, InlineSwitch, Input, Stack, Text } from '@grafana/ui';
import React from 'react';
import { Named } from '../../../components/Named';
import { Choice } from '../../../components/queryBuilder/Choice';
import { kindOf, type CheckKind } from '../../../contract/health/kinds/kinds';
import { assertionOperators } from '../../../contract/health/words';
import type { AssertionRow } from './CheckForm';

interface Props {
  kind: CheckKind;
  rows: readonly AssertionRow[];
  onChange: (rows: AssertionRow[]) => void;
  disabled: boolean;
}

const operatorOptions = assertionOperators.map((value) => ({
  value,
  label: value,
  ...(value.includes('match') && { description: 'A regular expression (RE2), found anywhere' }),
}));

/** What must hold of an answer. */
export function AssertionsInput({ kind, rows, onChange, disabled }: Props) {
  const { sources, implied } = kindOf(kind);
  const [firstSource] = Object.keys(sources);
  const options = Object.entries(sources).map(([value, { label }]) => ({ value, label }));
  const set = (index: number, part: Partial<AssertionRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  if (firstSource === undefined) {
    return null;
  }
  return (
    <section aria-label="Assertions">
      <Stack direction="column" gap={1}>
        <Text element="h4">What must hold</Text>
        <Text color="secondary">{implied?.text ?? 'Without assertions, any answer passes.'}</Text>
        {rows.map((row, index) => (
          <Stack key={index} gap={1} wrap="wrap" alignItems="center">
            <Named name={`Assertion ${index + 1}: of what`}>
              {(id) => (
                <Choice
                  aria-labelledby={id}
                  width={24}
                  isDisabled={disabled}
                  options={options}
                  value={row.source}
                  onChange={(source) => set(index, { source, target: '' })}
                />
              )}
            </Named>
            {sources[row.source]?.target !== undefined && (
              <Input
                aria-label={`Assertion ${index + 1}: which`}
                width={24}
                disabled={disabled}
                placeholder={sources[row.source]?.target?.example}
                value={row.target}
                onChange={(event) => set(index, { target: event.currentTarget.value })}
              />
            )}
            <Named name={`Assertion ${index + 1}: how`}>
              {(id) => (
                <Choice
                  aria-labelledby={id}
                  width={20}
                  isDisabled={disabled}
                  options={operatorOptions}
                  value={row.operator}
                  onChange={(operator) => set(index, { operator })}
                />
              )}
            </Named>
            {row.operator !== 'exists' && row.operator !== 'does not exist' && (
              <Input
                aria-label={`Assertion ${index + 1}: what`}
                width={24}
                disabled={disabled}
                placeholder={sources[row.source]?.example}
                value={row.value}
                onChange={(event) => set(index, { value: event.currentTarget.value })}
              />
            )}
            <InlineSwitch
              label="Warns only"
              showLabel
              disabled={disabled}
              value={row.isWarning}
              onChange={(event) => set(index, { isWarning: event.currentTarget.checked })}
            />
            <IconButton
              name="trash-alt"
              aria-label={`Remove assertion ${index + 1}`}
              tooltip="Remove"
              disabled={disabled}
              onClick={() => onChange(rows.filter((_row, at) => at !== index))}
            />
          </Stack>
        ))}
        <div>
          <Button
            type="button"
            size="sm"
            variant="secondary"
            icon="plus"
            disabled={disabled}
            onClick={() =>
              onChange([...rows, { source: firstSource, target: '', operator: '=', value: '', isWarning: false }])
            }
          >
            Add an assertion
          </Button>
        </div>
      </Stack>
    </section>
  );
}
