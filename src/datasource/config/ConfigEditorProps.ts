import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import type { SeamarkSecrets, SeamarkSettings } from '../SeamarkSettings';

/** What Grafana gives the editor of a datasource's settings. */
export type ConfigEditorProps = DataSourcePluginOptionsEditorProps<SeamarkSettings, SeamarkSecrets>;
