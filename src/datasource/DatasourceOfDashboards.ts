import type { DataSourceInstanceSettings } from '@grafana/data';
import { annotationSupport } from './annotations/annotationSupport';
import { SeamarkDatasource } from './SeamarkDatasource';
import type { SeamarkSettings } from './SeamarkSettings';
import { SeamarkVariables } from './variables/SeamarkVariables';

/**
 * The datasource as Grafana gets it: with the editors of annotations and variables, which know the datasource and which
 * it therefore cannot know itself.
 */
export class DatasourceOfDashboards extends SeamarkDatasource {
  override readonly annotations = annotationSupport;

  constructor(settings: DataSourceInstanceSettings<SeamarkSettings>) {
    super(settings);
    this.variables = new SeamarkVariables(this);
  }
}
