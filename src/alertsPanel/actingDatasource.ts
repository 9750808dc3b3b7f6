import type { DataQueryRequest } from '@grafana/data';
import { config, getDataSourceSrv } from '@grafana/runtime';
import { mayEdit } from '../api/datasource';
import { pluginIds } from '../contract/pluginIds';

/**
 * Uid of the datasource through which the alerts of a panel can be acted on; undefined where nobody may: a Viewer, a
 * public dashboard, a snapshot, or alerts that no Seamark datasource answered.
 */
export function actingDatasource(
  request: Pick<DataQueryRequest, 'targets' | 'scopedVars'> | undefined
): string | undefined {
  if (!mayEdit() || config.publicDashboardAccessToken) {
    return undefined;
  }
  return request?.targets
    .map(({ datasource }) => getDataSourceSrv().getInstanceSettings(datasource, request.scopedVars))
    .find((settings) => settings?.type === pluginIds.datasource)?.uid;
}
