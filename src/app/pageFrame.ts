import { VariableRefresh } from '@grafana/data';
import {
  QueryVariable,
  SceneControlsSpacer,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
  type SceneVariable,
} from '@grafana/scenes';
import { datasourceRef } from '../api/sceneQuery';
import { sharedVariables } from '../api/variableFilters';
import type { PageFrame } from '../components/PageFrame';
import type { DataKind } from '../contract/query/kinds';

function variable(datasourceUid: string, of: DataKind, { name, label, field }: (typeof sharedVariables)[number]) {
  // Values of one app make the lists of the others short; the app itself is chosen from all of them.
  const filters = name === 'app' ? [] : [{ field: 'app', operator: '=' as const, value: '$app' }];
  return new QueryVariable({
    name,
    label,
    datasource: datasourceRef(datasourceUid),
    query: { refId: name, kind: 'variables', field, of, filters, limit: 1000 },
    refresh: VariableRefresh.onTimeRangeChanged,
    isMulti: true,
    includeAll: true,
    defaultToAll: true,
    maxVisibleValues: 2,
  });
}

/**
 * The frame of a page about data of one kind: app, environment, release and page as variables, time and refresh
 * pickers, and what variables the page has besides.
 */
export function pageFrame(datasourceUid: string, of: DataKind, extraVariables: SceneVariable[] = []): PageFrame {
  return {
    $timeRange: new SceneTimeRange({ from: 'now-24h', to: 'now' }),
    $variables: new SceneVariableSet({
      variables: [...sharedVariables.map((shared) => variable(datasourceUid, of, shared)), ...extraVariables],
    }),
    controls: () => [
      new VariableValueSelectors({}),
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ isOnCanvas: true }),
    ],
  };
}
