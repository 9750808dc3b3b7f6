import { locationService } from '@grafana/runtime';
import { EmptyState, LinkButton, Stack, Text } from '@grafana/ui';
import React, { useCallback, useMemo, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { listEvery } from '../../../api/listEvery';
import { useLive } from '../../../api/useLive';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { pagePaths } from '../../../contract/pagePaths';
import { PresetList } from './PresetList';
import { RuleFilters } from './RuleFilters';
import { filterRules, readRuleFilters, type RuleListFilters } from './RuleListFilters';
import { RuleRow } from './RuleRow';
import { RulesAsCode } from './RulesAsCode';

const refreshMs = 15_000;

/** The rules of the organisation: what each watches, in words, and how it fares. */
export default function RulesScreen({ datasourceUid }: { datasourceUid: string }) {
  const [chosen, setChosen] = useState(() => readRuleFilters(locationService.getSearch()));
  const load = useCallback(
    () =>
      listEvery((cursor) =>
        callRoute(datasourceUid, 'listAlertRules', { query: { limit: 500, ...(cursor && { cursor }) } })
      ),
    [datasourceUid]
  );
  const { value: rules, error, reload } = useLive(load, refreshMs);
  const shown = useMemo(() => rules && filterRules(rules, chosen), [rules, chosen]);
  const change = (part: RuleListFilters) => {
    setChosen((before) => ({ ...before, ...part }));
    locationService.partial({ ...part }, true);
  };

  if (!rules || !shown) {
    return error ? (
      <ErrorNotice title="The rules cannot be read" message={error.message} onRetry={reload} />
    ) : (
      <Skeleton label="Loading the rules" lines={8} />
    );
  }
  return (
    <Stack direction="column" gap={2}>
      {error && <ErrorNotice title="This list is not up to date" message={error.message} onRetry={reload} />}
      <Stack gap={1} wrap="wrap" justifyContent="space-between">
        <RuleFilters chosen={chosen} onChange={change} />
        <Stack gap={1} wrap="wrap">
          <RulesAsCode datasourceUid={datasourceUid} onChange={reload} />
          {mayEdit() && (
            <LinkButton icon="plus" href={`${pagePaths.alertRules}/new`}>
              New rule
            </LinkButton>
          )}
        </Stack>
      </Stack>
      {rules.length === 0 && (
        <EmptyState variant="call-to-action" message="No alert rules yet">
          {mayEdit()
            ? 'Begin with one of these, or build one of your own. Each can be changed later.'
            : 'Ask an Editor or an Admin of this organisation to create the first one.'}
        </EmptyState>
      )}
      {rules.length > 0 && shown.length === 0 && (
        <EmptyState variant="not-found" message="No rule fits">
          Choose any state and any severity, or search for something else.
        </EmptyState>
      )}
      {shown.length > 0 && (
        <>
          <Text color="secondary" variant="bodySmall">
            {shown.length === rules.length ? counted(rules.length) : `${shown.length} of ${counted(rules.length)}`}
          </Text>
          <CardList>
            {shown.map((rule) => (
              <RuleRow key={rule.id} datasourceUid={datasourceUid} rule={rule} onChange={reload} />
            ))}
          </CardList>
        </>
      )}
      {mayEdit() && (
        <PresetList
          datasourceUid={datasourceUid}
          existing={rules.map(({ name }) => name)}
          isOpen={rules.length === 0}
          onCreate={reload}
        />
      )}
    </Stack>
  );
}

function counted(rules: number): string {
  return rules === 1 ? '1 rule' : `${rules.toLocaleString('en')} rules`;
}
