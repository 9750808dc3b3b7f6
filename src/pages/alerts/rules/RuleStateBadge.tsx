import { Badge, Stack, Text } from '@grafana/ui';
import React from 'react';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';
import { ruleStateTexts, stateOfRule } from './RuleState';

/** How a rule fares, with the number of its open alerts or the reason why it cannot be evaluated. */
export function RuleStateBadge({ rule }: { rule: AlertRuleDetail }) {
  const state = stateOfRule(rule);
  const { label, color, description } = ruleStateTexts[state];
  const { open_instances: open, last_evaluation } = rule;
  const count = open > 0 ? ` ${open}` : '';
  return (
    <Stack direction="column" gap={0.5} alignItems="flex-start">
      <Stack gap={0.5} wrap="wrap">
        <Badge text={state === 'firing' ? `${label}${count}` : label} color={color} tooltip={description} />
        {rule.provisioned && (
          <Badge
            text="From a file"
            color="purple"
            tooltip={`It is changed in its file${rule.provisioned_file === undefined ? '' : ` ${rule.provisioned_file}`}`}
          />
        )}
        {state === 'error' && open > 0 && (
          <Badge text={`${open} open`} color="red" tooltip="Opened before it could no longer be evaluated" />
        )}
      </Stack>
      {state === 'error' && (
        <Text variant="bodySmall" color="warning">
          {last_evaluation?.error ?? ''}
        </Text>
      )}
    </Stack>
  );
}
