import './publicPath';
import { DataSourcePlugin } from '@grafana/data';
import { LazyConfigEditor } from './config/LazyConfigEditor';
import { DatasourceOfDashboards } from './DatasourceOfDashboards';
import { LazyQueryEditor } from './editor/LazyQueryEditor';
import { LazyCheatSheet } from './explore/LazyCheatSheet';
import type { SeamarkQuery } from './query/SeamarkQuery';
import type { SeamarkDatasource } from './SeamarkDatasource';
import type { SeamarkSecrets, SeamarkSettings } from './SeamarkSettings';

export const plugin = new DataSourcePlugin<SeamarkDatasource, SeamarkQuery, SeamarkSettings, SeamarkSecrets>(
  DatasourceOfDashboards
)
  .setConfigEditor(LazyConfigEditor)
  .setQueryEditor(LazyQueryEditor)
  .setQueryEditorHelp(LazyCheatSheet);
