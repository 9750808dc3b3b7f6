import { Alert, RadioButtonGroup, Spinner, Stack, Text } from '@grafana/ui';
import React from 'react';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { unitOfCondition } from '../../../contract/alerting/unitOfCondition';
import type { Comparison } from '../../../contract/alerting/words';
import type { CreateAlertRule } from '../../../contract/resources/alertRules';
import { PreviewChart } from './PreviewChart';
import { firedText } from './firedText';
import type { Preview } from './usePreview';
import { WouldBeAlerts } from './WouldBeAlerts';

const ranges = [
  { value: 1, label: 'Last day' },
  { value: 7, label: 'Last 7 days' },
  { value: 28, label: 'Last 4 weeks' },
];

interface Props {
  rule: Pick<CreateAlertRule, 'condition_type' | 'condition_config'>;
  preview: Preview;
  days: number;
  onDays: (days: number) => void;
  /** What the chart draws; undefined where the condition has none or it is not typed yet. */
  limit: number | undefined;
  /** A limit is needed and is not there yet: the series is shown without counting. */
  isLimitMissing: boolean;
  /** The refusal is already shown at a field. */
  isErrorShown: boolean;
  onLimit?: (limit: number) => void;
}

/** What the rule would have done on what is stored: how often, when, for what. */
export function Backtest(props: Props) {
  const { rule, preview, days, onDays, limit, isLimitMissing, isErrorShown, onLimit } = props;
  const { value, error, loading, retry } = preview;
  const unit = unitOfCondition(rule);
  const operator = (rule.condition_config.operator ?? '>') as Comparison;
  return (
    <section aria-label="Backtest">
      <Stack direction="column" gap={1}>
        <Stack gap={1} justifyContent="space-between" alignItems="center" wrap="wrap">
          <Stack gap={1} alignItems="center">
            <div role="status" aria-label="Backtest in words">
              <Text weight="medium">
                {value
                  ? isLimitMissing
                    ? 'Choose a limit: this is what would have been held against it.'
                    : firedText(value, days)
                  : 'Not tried yet.'}
              </Text>
            </div>
            {loading && <Spinner inline />}
          </Stack>
          <RadioButtonGroup aria-label="Try it on" size="sm" options={ranges} value={days} onChange={onDays} />
        </Stack>
        {error && !isErrorShown && (
          <ErrorNotice title="The rule could not be tried" message={error.message} onRetry={retry} />
        )}
        {!value && loading && <Skeleton label="Trying the rule" lines={6} />}
        {value && value.failed > 0 && (
          <Alert
            severity="warning"
            title={`${value.failed.toLocaleString('en')} of ${value.evaluations.toLocaleString('en')} evaluations failed`}
          >
            {value.error}
          </Alert>
        )}
        {value && value.series.length > 0 && (
          <PreviewChart preview={value} unit={unit} operator={operator} limit={limit} {...(onLimit && { onLimit })} />
        )}
        {value && value.series.length === 0 && !loading && (
          <Text color="secondary">
            Nothing is stored that this rule looks at. It may still be right: it fires once there is something.
          </Text>
        )}
        {value && !isLimitMissing && <WouldBeAlerts preview={value} unit={unit} />}
        {value?.notes.map((note) => (
          <Text key={note} variant="bodySmall" color="secondary">
            {note}
          </Text>
        ))}
      </Stack>
    </section>
  );
}
