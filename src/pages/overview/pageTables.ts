import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import { TableCellDisplayMode } from '@grafana/schema';
import { queryRunner } from '../../api/sceneQuery';
import { joinedTable } from '../../components/joinedTable';
import { webVitalDetailPath } from '../../contract/pagePaths';
import { slowestPages, topPages } from './overviewQueries';

const pageLink = {
  title: 'Web Vitals of this page',
  url: `${webVitalDetailPath('LCP')}\${__url.params:exclude:var-page}&var-page=\${__value.raw:percentencode}`,
};

export function slowestPagesTable(datasourceUid: string): VizPanel {
  const columns = [
    { refId: 'p75', name: 'LCP p75' },
    { refId: 'samples', name: 'Samples' },
  ];
  return PanelBuilders.table()
    .setCustomFieldConfig('minWidth', 60)
    .setTitle('Slowest pages')
    .setDescription('Pages by the LCP that three of four page views stayed within. Few samples say little.')
    .setData(
      joinedTable(queryRunner(datasourceUid, slowestPages), columns, {
        by: 'LCP p75',
        direction: 'descending',
        limit: 10,
      })
    )
    .setOverrides((overrides) => {
      overrides.matchFieldsWithName('page_path').overrideLinks([pageLink]);
      overrides
        .matchFieldsWithName('LCP p75')
        .overrideCustomFieldConfig('cellOptions', { type: TableCellDisplayMode.ColorText })
        .overrideCustomFieldConfig('width', 90);
      overrides.matchFieldsWithName('Samples').overrideCustomFieldConfig('width', 90);
    })
    .build();
}

export function topPagesTable(datasourceUid: string): VizPanel {
  const columns = [
    { refId: 'views', name: 'Page views' },
    { refId: 'errors', name: 'Errors', missing: 0 },
  ];
  return PanelBuilders.table()
    .setCustomFieldConfig('minWidth', 60)
    .setTitle('Top pages')
    .setDescription('Pages by how often they were opened, with the errors that happened on them.')
    .setData(
      joinedTable(queryRunner(datasourceUid, topPages), columns, {
        by: 'Page views',
        direction: 'descending',
        limit: 10,
      })
    )
    .setOverrides((overrides) => {
      overrides.matchFieldsWithName('page_path').overrideLinks([pageLink]);
      overrides.matchFieldsWithName('Page views').overrideCustomFieldConfig('width', 115);
      overrides.matchFieldsWithName('Errors').overrideCustomFieldConfig('width', 90);
    })
    .build();
}
