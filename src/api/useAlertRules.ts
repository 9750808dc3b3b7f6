import { useCallback, useMemo } from 'react';
import type { AlertRuleDetail } from '../contract/resources/alertRules';
import { callRoute } from './callRoute';
import { listEvery } from './listEvery';
import { useLive } from './useLive';

/** Rules change seldom. */
const everyMs = 60_000;

/** Every alert rule of the organisation, by id; undefined until they are known. */
export function useAlertRules(datasourceUid: string): ReadonlyMap<string, AlertRuleDetail> | undefined {
  const { value } = useLive(
    useCallback(
      () =>
        listEvery((cursor) =>
          callRoute(datasourceUid, 'listAlertRules', { query: { limit: 500, ...(cursor && { cursor }) } })
        ),
      [datasourceUid]
    ),
    everyMs
  );
  return useMemo(() => value && new Map(value.map((rule) => [rule.id, rule])), [value]);
}
