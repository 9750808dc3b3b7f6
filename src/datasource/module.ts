import './publicPath';
import { DataSourcePlugin } from '@grafana/data';
import { LazyConfigEditor } from './config/LazyConfigEditor';
import { LazyQueryEditor } from './editor/LazyQueryEditor';
import { LazyCheatSheet } from './explore/LazyCheatSheet';
import type { SeamarkQuery } from './query/SeamarkQuery';
import { SeamarkDatasource } from './SeamarkDatasource';
import type { SeamarkSecrets, SeamarkSettings } from './SeamarkSettings';

export const plugin = new DataSourcePlugin<SeamarkDatasource, SeamarkQuery, SeamarkSettings, SeamarkSecrets>(
  SeamarkDatasource
)
  .setConfigEditor(LazyConfigEditor)
  .setQueryEditor(LazyQueryEditor)
  .setQueryEditorHelp(LazyCheatSheet);
