import { Alert, LinkButton, Stack, Text } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import { mayEdit } from '../../../api/datasource';
import { LabelChips } from '../../../components/alerts/LabelChips';
import { pagePaths } from '../../../contract/pagePaths';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';
import { Backtest } from './Backtest';
import { describeRule } from './describeRule';
import { evaluationText } from './evaluationText';
import { formOfRule } from './formOfRule';
import { limitOfForm } from './limitOfForm';
import { ruleToTry } from './ruleToTry';
import { usePreview } from './usePreview';

interface Props {
  datasourceUid: string;
  rule: AlertRuleDetail;
  /** Why it cannot be changed here, in a sentence. */
  reason: string;
}

/** A rule to look at: what it does in words, how it fares, and what it would have done. */
export function RuleView({ datasourceUid, rule, reason }: Props) {
  const [days, setDays] = useState(7);
  const form = useMemo(() => formOfRule(rule), [rule]);
  const preview = usePreview(datasourceUid, ruleToTry(form), days);
  const { limit, isMissing } = limitOfForm(form);
  return (
    <Stack direction="column" gap={2}>
      <Alert severity="info" title={reason}>
        {mayEdit() && (
          <LinkButton
            size="sm"
            variant="secondary"
            icon="copy"
            href={`${pagePaths.alertRules}/new?copy=${encodeURIComponent(rule.id)}`}
          >
            Make a copy that can be changed
          </LinkButton>
        )}
      </Alert>
      <Text element="h2">{rule.name}</Text>
      {rule.description !== '' && <Text element="p">{rule.description}</Text>}
      <Text element="p">{describeRule(rule)}</Text>
      <LabelChips labels={rule.labels} />
      <Text color="secondary">
        {rule.last_evaluation === null ? 'It was never evaluated.' : evaluationText(rule.last_evaluation)}
      </Text>
      <Backtest
        rule={rule}
        preview={preview}
        days={days}
        onDays={setDays}
        limit={limit}
        isLimitMissing={isMissing}
        isErrorShown={false}
      />
    </Stack>
  );
}
