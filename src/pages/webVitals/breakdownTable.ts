import { VariableHide } from '@grafana/data';
import { CustomVariable, PanelBuilders, VariableValueControl, type VizPanel } from '@grafana/scenes';
import { TableCellDisplayMode } from '@grafana/schema';
import { queryRunner } from '../../api/sceneQuery';
import { joinedTable } from '../../components/joinedTable';
import { webVitalDetailPath } from '../../contract/pagePaths';
import type { WebVital } from '../../contract/webVitals';
import { breakdownQueries } from './vitalQueries';

const dimensions = [
  ['Page', 'page_path'],
  ['Browser', 'browser'],
  ['Device', 'device_type'],
  ['Country', 'country'],
  ['Release', 'release'],
] as const;

/** By what the table is broken down; in the URL, shown in the table's own header. One page alone is not broken down by page. */
export function byVariable({ onePage }: { onePage: boolean }): CustomVariable {
  const offered = dimensions.filter(([, field]) => !onePage || field !== 'page_path');
  const [text, value] = offered[0] ?? dimensions[0];
  return new CustomVariable({
    name: 'by',
    label: 'By',
    query: offered.map(([label, field]) => `${label} : ${field}`).join(', '),
    value,
    text,
    hide: VariableHide.hideVariable,
  });
}

const columns = [
  { refId: 'p75', name: 'p75' },
  { refId: 'samples', name: 'Samples' },
  { refId: 'poor', name: 'Poor' },
];
const order = { by: 'Samples', direction: 'descending' as const, limit: 200 };

/** A table of p75, samples and share of poor page views by one field. */
function vitalTable(datasourceUid: string, metric: WebVital, groupBy: string) {
  return PanelBuilders.table()
    .setCustomFieldConfig('minWidth', 60)
    .setData(joinedTable(queryRunner(datasourceUid, breakdownQueries(metric, groupBy)), columns, order))
    .setOverrides((overrides) => {
      overrides
        .matchFieldsWithName('p75')
        .overrideCustomFieldConfig('cellOptions', { type: TableCellDisplayMode.ColorText })
        .overrideCustomFieldConfig('width', 85);
      overrides.matchFieldsWithName('Samples').overrideCustomFieldConfig('width', 85);
      overrides.matchFieldsWithName('Poor').overrideCustomFieldConfig('width', 75);
      overrides.matchFieldsWithName('page_path').overrideLinks([
        {
          title: 'This page in detail',
          url: `${webVitalDetailPath(metric)}\${__url.params:exclude:var-page,var-by}&var-page=\${__value.raw:percentencode}`,
        },
      ]);
      overrides.matchFieldsWithName('release').overrideLinks([
        {
          title: 'Only this release',
          url: '${__url.path}${__url.params:exclude:var-release}&var-release=${__value.raw:percentencode}',
        },
      ]);
    });
}

/** The vital by page, browser, device, country or release, as the person chooses. */
export function breakdownTable(datasourceUid: string, metric: WebVital): VizPanel {
  return vitalTable(datasourceUid, metric, '$by')
    .setTitle('Where')
    .setDescription(
      'p75, number of page views measured, and the share of them rated poor. Choose a page to see it in detail.'
    )
    .setHeaderActions(new VariableValueControl({ variableName: 'by' }))
    .build();
}

/** The vital by one attribute that browsers send with it. */
export function attributeTable(
  datasourceUid: string,
  metric: WebVital,
  { field, title, description }: { field: string; title: string; description: string }
): VizPanel {
  return vitalTable(datasourceUid, metric, field).setTitle(title).setDescription(description).build();
}
