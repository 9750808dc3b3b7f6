import { Field, InlineSwitch, RadioButtonGroup, Stack } from '@grafana/ui';
import React from 'react';
import type { ConditionQuery } from '../../contract/alerting/conditions';
import { isArithmetic } from '../../contract/query/calculationsByKind';
import { isDataKind } from '../../contract/query/isDataKind';
import { dataKinds } from '../../contract/query/kinds';
import { kindTexts } from '../../contract/query/kindTexts';
import { leavesBotsOut } from '../../contract/query/leavesBotsOut';
import { CalculationField } from './CalculationField';
import { changeKind } from './changeKind';
import type { FieldSource } from './FieldSource';
import { FilterList } from './FilterList';
import { GroupByField } from './GroupByField';
import { MeasureField } from './MeasureField';
import { MetricField } from './MetricField';
import { queryHints } from './queryHints';
import { ScrollingRow } from './ScrollingRow';

/** Not alerts: what a limit is held against must not be what it brings about. */
const kinds = dataKinds
  .filter((kind) => kind !== 'alerts')
  .map((value) => ({ value, label: kindTexts[value].label, description: kindTexts[value].description }));

interface Props {
  source: FieldSource;
  query: ConditionQuery;
  onChange: (query: ConditionQuery) => void;
  /** What is wrong with the query as a whole. */
  complaint?: string | undefined;
  /** Rows are counted: there is no calculation to choose. */
  isCounted?: boolean;
}

/** A query whose value is held against a limit: the same choices as in a panel, as far as a limit can use them. */
export function ConditionQueryFields({ source, query, onChange, complaint, isCounted = false }: Props) {
  const { kind } = query;
  if (!isDataKind(kind)) {
    return null;
  }
  const set = (part: Partial<ConditionQuery>) => onChange({ ...query, ...part });
  const setMetric = (metric: string) => {
    const next = { ...query, metric };
    onChange(queryHints(next).calculation ? { ...next, calculation: 'p75' } : next);
  };
  const hints = queryHints(query);
  const context = { source, kind, filters: query.filters };
  return (
    <Stack direction="column" gap={1.5}>
      <Field label="Ask about" noMargin invalid={complaint !== undefined} error={complaint}>
        <ScrollingRow>
          <RadioButtonGroup
            aria-label="Ask about"
            options={kinds}
            value={kind}
            onChange={(next) => onChange(changeKind(query, next))}
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
        {kind === 'health' && !isCounted && isArithmetic(query.calculation ?? 'count') && (
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
