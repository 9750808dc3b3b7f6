import { sharedVariables } from '../../src/api/variableFilters';
import type { DataKind } from '../../src/contract/query/kinds';
import type { Filter } from '../../src/contract/query/Query';
import { dashboardFilterVariable } from '../../src/contract/dashboardLinks';
import { datasource } from './datasource';
import type { Panel } from './Panel';
import { placed } from './placed';

interface DashboardText {
  uid: string;
  title: string;
  description: string;
  /** Whose rows the variables' values are taken from. */
  variablesOf: DataKind;
  panels: Panel[];
  /** Also lets one choose a metric of any name, as `$metric`. */
  chooseMetric?: boolean;
  /** Also lets one filter every panel by any field. */
  adHocFilters?: boolean;
  /** The page of the app that shows the same. */
  page: { title: string; path: string };
}

function variable({ name, label, field }: (typeof sharedVariables)[number], of: DataKind) {
  const filters: Filter[] = name === 'app' ? [] : [{ field: 'app', operator: '=', value: '$app' }];
  return {
    type: 'query',
    name,
    label,
    datasource,
    query: { refId: name, kind: 'variables', field, of: name === 'app' ? of : browserRows(of), filters, limit: 1000 },
    refresh: 2,
    multi: true,
    includeAll: true,
    current: { selected: true, text: ['All'], value: ['$__all'] },
    options: [],
    sort: 1,
    hide: 0,
  };
}

/** Health and alerts have neither pages nor releases: there these variables offer what the page views have. */
const browserRows = (of: DataKind): DataKind => (of === 'health' || of === 'alerts' ? 'performance' : of);

/** One metric at a time: readings of different names have nothing in common. */
const metricVariable = {
  type: 'query',
  name: 'metric',
  label: 'Metric',
  datasource,
  query: {
    refId: 'metric',
    kind: 'variables',
    field: 'name',
    of: 'metrics',
    filters: [{ field: 'app', operator: '=', value: '$app' }],
    limit: 1000,
  },
  refresh: 2,
  multi: false,
  includeAll: false,
  options: [],
  sort: 1,
  hide: 0,
};

/** What links from the app fill in, and people add to. */
const filterVariable = {
  type: 'adhoc',
  name: dashboardFilterVariable,
  label: 'Filters',
  datasource,
  filters: [],
  hide: 0,
};

/** A dashboard as Grafana's provisioning reads it (classic schema, version 41). Holds nothing that changes by itself. */
export function dashboard({
  uid,
  title,
  description,
  variablesOf,
  panels,
  page,
  chooseMetric,
  adHocFilters,
}: DashboardText) {
  return {
    uid,
    title,
    description,
    tags: ['seamark'],
    schemaVersion: 41,
    version: 1,
    editable: true,
    graphTooltip: 1,
    timezone: 'browser',
    time: { from: 'now-24h', to: 'now' },
    refresh: '',
    templating: {
      list: [
        ...sharedVariables.map((shared) => variable(shared, variablesOf)),
        ...(chooseMetric ? [metricVariable] : []),
        ...(adHocFilters ? [filterVariable] : []),
      ],
    },
    annotations: {
      list: [
        {
          name: 'Releases',
          enable: true,
          iconColor: 'blue',
          datasource,
          target: {
            refId: 'releases',
            kind: 'annotations',
            of: 'releases',
            filters: [{ field: 'app', operator: '=', value: '$app' }],
          },
        },
      ],
    },
    links: [
      { type: 'link', title: page.title, url: page.path, icon: 'external link', keepTime: true, includeVars: true },
      {
        type: 'dashboards',
        title: 'Seamark dashboards',
        tags: ['seamark'],
        asDropdown: true,
        keepTime: true,
        includeVars: true,
      },
    ],
    panels: placed(panels),
  };
}

export type Dashboard = ReturnType<typeof dashboard>;
