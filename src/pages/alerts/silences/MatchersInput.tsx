import { Combobox, Field, IconButton, Input, Stack } from '@grafana/ui';
import React, { useCallback } from 'react';
import { AddRowButton } from '../../../components/AddRowButton';
import { callRoute } from '../../../api/callRoute';
import { Named } from '../../../components/Named';
import type { LabelMatcher } from '../../../contract/alerting/LabelMatcher';
import { matcherOperators } from '../../../contract/alerting/matcherOperators';
import { matcherOperatorTexts } from './matcherTexts';

const mostMatchers = 20;
const operators = matcherOperators.map((value) => ({ value, ...matcherOperatorTexts[value] }));

interface Props {
  datasourceUid: string;
  label: string;
  description: string;
  error: string | undefined;
  matchers: readonly LabelMatcher[];
  onChange: (matchers: LabelMatcher[]) => void;
}

/** Conditions on labels, all of which must fit. Names of labels that open alerts have are offered. */
export function MatchersInput({ datasourceUid, label, description, error, matchers, onChange }: Props) {
  const names = useCallback(
    async (typed: string) => {
      const open = await callRoute(datasourceUid, 'listAlertInstances', {
        query: { limit: 200, status: 'active,acknowledged' },
      }).catch(() => ({ items: [] }));
      const known = new Set(['alertname', 'severity', ...open.items.flatMap(({ labels }) => Object.keys(labels))]);
      return [...known]
        .filter((name) => name.toLowerCase().includes(typed.toLowerCase()))
        .map((value) => ({ value, label: value }));
    },
    [datasourceUid]
  );
  const set = (index: number, part: Partial<LabelMatcher>) =>
    onChange(matchers.map((matcher, position) => (position === index ? { ...matcher, ...part } : matcher)));
  return (
    <Field noMargin label={label} description={description} invalid={error !== undefined || undefined} error={error}>
      <Stack direction="column" gap={0.5} alignItems="flex-start">
        {matchers.map((matcher, index) => (
          <div key={index} role="group" aria-label={`Condition ${index + 1}`}>
            <Stack gap={0.5} wrap="wrap" alignItems="center">
              <Named name="Label">
                {(id) => (
                  <Combobox
                    aria-labelledby={id}
                    width={24}
                    placeholder="Label"
                    createCustomValue
                    options={names}
                    value={matcher.name === '' ? null : matcher.name}
                    onChange={({ value }) => set(index, { name: value })}
                  />
                )}
              </Named>
              <Named name="Comparison">
                {(id) => (
                  <Combobox
                    aria-labelledby={id}
                    width={12}
                    options={operators}
                    value={matcher.operator}
                    onChange={({ value }) => set(index, { operator: value })}
                  />
                )}
              </Named>
              <Input
                aria-label="Value"
                width={30}
                maxLength={1000}
                value={matcher.value}
                onChange={(event) => set(index, { value: event.currentTarget.value })}
              />
              <IconButton
                name="trash-alt"
                aria-label={`Remove condition ${index + 1}`}
                tooltip={`Remove condition ${index + 1}`}
                onClick={() => onChange(matchers.filter((_, position) => position !== index))}
              />
            </Stack>
          </div>
        ))}
        {matchers.length < mostMatchers && (
          <AddRowButton onClick={() => onChange([...matchers, { name: '', operator: '=', value: '' }])}>
            Add condition
          </AddRowButton>
        )}
      </Stack>
    </Field>
  );
}
