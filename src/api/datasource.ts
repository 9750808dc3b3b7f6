import { config, getBackendSrv, getDataSourceSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { pluginIds } from '../contract/pluginIds';
import { toApiError } from './toApiError';

/** Which datasource the pages ask. */
export interface Datasource {
  uid: string;
  name: string;
}

/** The uid that provisioning and the first-run button give the datasource, so that dashboards find it. */
export const usualUid = 'seamark';

/** The organisation's Seamark datasource: the one with the usual uid, else the first by name; undefined when none. */
export function findDatasource(): Datasource | undefined {
  // Grafana adds its own built-in datasource to whatever is asked for.
  const all = getDataSourceSrv()
    .getList({ type: pluginIds.datasource })
    .filter(({ type }) => type === pluginIds.datasource);
  const found = all.find(({ uid }) => uid === usualUid) ?? all[0];
  return found && { uid: found.uid, name: found.name };
}

/** Creates the datasource under the usual uid. Rejects with an `ApiError`. Needs an Admin. */
export async function createDatasource(): Promise<Datasource> {
  try {
    const answer = await lastValueFrom(
      getBackendSrv().fetch<{ datasource: Datasource }>({
        url: '/api/datasources',
        method: 'POST',
        data: { name: 'Seamark', uid: usualUid, type: pluginIds.datasource, access: 'proxy' },
        showErrorAlert: false,
        showSuccessAlert: false,
      })
    );
    const { uid, name } = answer.data.datasource;
    return { uid, name };
  } catch (thrown) {
    throw toApiError(thrown);
  }
}

/** Whether the person may create datasources in this organisation. Grafana enforces it as well. */
export function mayCreateDatasource(): boolean {
  return config.bootData.user.permissions?.['datasources:create'] ?? isAdmin();
}

/** Whether the person is an Admin of this organisation. The server enforces it as well. */
export function isAdmin(): boolean {
  return config.bootData.user.orgRole === 'Admin';
}

/** Whether the person may act on errors and alerts in this organisation. The server enforces it as well. */
export function mayEdit(): boolean {
  return ['Editor', 'Admin'].includes(config.bootData.user.orgRole);
}

/** Whether the person may open Explore. Grafana enforces it as well. */
export function mayExplore(): boolean {
  return config.bootData.user.permissions?.['datasources:explore'] ?? mayEdit();
}

/** The login of the person; undefined for somebody who has none, as anonymous visitors. */
export function myLogin(): string | undefined {
  return config.bootData.user.login || undefined;
}
