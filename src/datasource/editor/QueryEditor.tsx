import type { QueryEditorProps } from '@grafana/data';
import { Stack, Text } from '@grafana/ui';
import React, { useEffect } from 'react';
import type { Calculation } from '../../contract/query/calculations';
import { changeKind } from '../../components/queryBuilder/changeKind';
import { defaultQuery } from '../query/defaultQuery';
import { isCompleteQuery } from '../../components/queryBuilder/isCompleteQuery';
import { isArithmetic } from '../../contract/query/calculationsByKind';
import { isDataKind } from '../../contract/query/isDataKind';
import { queryHints } from '../../components/queryBuilder/queryHints';
import type { SeamarkQuery } from '../query/SeamarkQuery';
import type { SeamarkDatasource } from '../SeamarkDatasource';
import type { SeamarkSettings } from '../SeamarkSettings';
import { CalculationField } from '../../components/queryBuilder/CalculationField';
import { FilterList } from '../../components/queryBuilder/FilterList';
import { GroupByField } from '../../components/queryBuilder/GroupByField';
import { KindField, liveChoice, type KindChoice } from './KindField';
import { MeasureField } from '../../components/queryBuilder/MeasureField';
import { MetricField } from '../../components/queryBuilder/MetricField';
import { OptionsRow } from './OptionsRow';
import { QuerySummary } from './QuerySummary';

export type SeamarkQueryEditorProps = QueryEditorProps<SeamarkDatasource, SeamarkQuery, SeamarkSettings>;

/** Builds a data query. Every change is kept at once and run as soon as the query says enough. */
export function QueryEditor({ datasource, query, onChange, onRunQuery, range }: SeamarkQueryEditorProps) {
  const isForeign = !isDataKind(query.kind);
  useEffect(() => {
    // What another datasource left behind, or a panel made by hand: start where a new query starts.
    if (isForeign) {
      onChange({ ...query, ...defaultQuery });
    }
  }, [isForeign, query, onChange]);

  const { kind } = query;
  if (!isDataKind(kind)) {
    return null;
  }

  const change = (next: SeamarkQuery) => {
    onChange(next);
    if (isCompleteQuery(next)) {
      onRunQuery();
    }
  };
  const set = (part: Partial<SeamarkQuery>) => change({ ...query, ...part });
  const chooseKind = (choice: KindChoice) =>
    change(choice === liveChoice ? { ...changeKind(query, 'events'), live: true } : changeKind(query, choice));
  const setMetric = (metric: string) => {
    const next = { ...query, metric };
    // A metric without ratings has no shares: fall back rather than leave a query that cannot be answered.
    change(queryHints(next).calculation ? { ...next, calculation: 'p75' satisfies Calculation } : next);
  };

  const isNamed = kind === 'performance' || kind === 'metrics';
  const hints = queryHints(query);
  const context = { source: datasource, kind, range, filters: query.filters };
  return (
    <Stack direction="column" gap={1.5}>
      <KindField value={query.live ? liveChoice : kind} onChange={chooseKind} />
      {!query.live && (isNamed || query.format !== 'logs') && (
        <Stack direction="row" gap={1.5} wrap="wrap">
          {isNamed && (
            <MetricField {...context} kind={kind} value={query.metric} hint={hints.metric} onChange={setMetric} />
          )}
          {query.format !== 'logs' && (
            <>
              <CalculationField query={query} kind={kind} hint={hints.calculation} onChange={set} />
              {kind === 'health' && isArithmetic(query.calculation ?? 'count') && (
                <MeasureField value={query.metric} onChange={set} />
              )}
              <GroupByField {...context} value={query.groupBy} hint={hints.groupBy} onChange={set} />
            </>
          )}
        </Stack>
      )}
      <FilterList {...context} only={query.live ? 'app' : undefined} onChange={(filters) => set({ filters })} />
      {!query.live && <OptionsRow query={query} kind={kind} hint={hints.limit} onChange={set} />}
      <QuerySummary query={query} />
      {query.live && (
        <Text variant="bodySmall" color="secondary">
          The counts begin when the panel is opened: a time range of the last five minutes or less shows them best.
        </Text>
      )}
    </Stack>
  );
}
