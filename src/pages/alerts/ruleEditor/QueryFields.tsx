import { Field, InlineSwitch, RadioButtonGroup, Stack } from '@grafana/ui';
import React from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { CalculationField } from '../../../components/queryBuilder/CalculationField';
import { changeKind } from '../../../components/queryBuilder/changeKind';
import type { FieldSource } from '../../../components/queryBuilder/FieldSource';
import { FilterList } from '../../../components/queryBuilder/FilterList';
import { GroupByField } from '../../../components/queryBuilder/GroupByField';
import { MeasureField } from '../../../components/queryBuilder/MeasureField';
import { MetricField } from '../../../components/queryBuilder/MetricField';
import { queryHints } from '../../../components/queryBuilder/queryHints';
import { ScrollingRow } from '../../../components/queryBuilder/ScrollingRow';
import type { ConditionQuery } from '../../../contract/alerting/conditions';
import { isOfValues } from '../../../contract/query/calculationsOf';
import { isDataKind } from '../../../contract/query/isDataKind';
import { dataKinds } from '../../../contract/query/kinds';
import { kindTexts } from '../../../contract/query/kindTexts';
import { leavesBotsOut } from '../../../contract/query/leavesBotsOut';
import type { RuleForm } from './RuleForm';

const kinds = dataKinds.map((value) => ({
  value,
  label: kindTexts[value].label,
  description: kindTexts[value].description,
}));

interface Props {
  source: FieldSource;
  /** Rows are counted: there is no calculation to choose. */
  isCounted: boolean;
}

/** The query of a condition: the same choices as in a panel, as far as a rule can use them. */
export function QueryFields({ source, isCounted }: Props) {
  const { control } = useFormContext<RuleForm>();
  const { field, fieldState } = useController({ control, name: 'query' });
  const query: ConditionQuery = field.value;
  const { kind } = query;
  if (!isDataKind(kind)) {
    return null;
  }
  const set = (part: Partial<ConditionQuery>) => field.onChange({ ...query, ...part });
  const setMetric = (metric: string) => {
    const next = { ...query, metric };
    field.onChange(queryHints(next).calculation ? { ...next, calculation: 'p75' } : next);
  };
  const hints = queryHints(query);
  const complaint = fieldState.error?.message;
  const context = { source, kind, filters: query.filters };
  return (
    <Stack direction="column" gap={1.5}>
      <Field label="Ask about" noMargin invalid={complaint !== undefined} error={complaint}>
        <ScrollingRow>
          <RadioButtonGroup
            aria-label="Ask about"
            options={kinds}
            value={kind}
            onChange={(next) => field.onChange(changeKind(query, next))}
          />
        </ScrollingRow>
      </Field>
      <Stack gap={1.5} wrap="wrap">
        {(kind === 'performance' || kind === 'metrics') && (
          <MetricField {...context} kind={kind} value={query.metric} hint={hints.metric} onChange={setMetric} />
        )}
        {!isCounted && (
          <CalculationField query={query} kind={kind} hint={hints.calculation} onChange={(part) => set(part)} />
        )}
        {kind === 'health' && !isCounted && isOfValues(query.calculation ?? 'count') && (
          <MeasureField value={query.metric} onChange={(part) => set(part)} />
        )}
        <GroupByField {...context} value={query.groupBy} hint={hints.groupBy} onChange={(part) => set(part)} />
      </Stack>
      <FilterList {...context} onChange={(filters) => set({ filters })} />
      {kind !== 'health' && (
        <div>
          <InlineSwitch
            label="Include bots"
            showLabel
            transparent
            value={query.includeBots ?? !leavesBotsOut(kind)}
            onChange={(event) => set({ includeBots: event.currentTarget.checked })}
          />
        </div>
      )}
    </Stack>
  );
}
