import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { callRoute } from './callRoute';

/** Logins that an alert can be given to, sorted: people that the server knows, and Grafana's where one may see them. */
export async function listAssignees(datasourceUid: string): Promise<string[]> {
  const [known, members] = await Promise.all([
    // Whoever is not in the list can be typed: a list that cannot be had is no reason to stop.
    callRoute(datasourceUid, 'listAssignees', {}).then(
      ({ items }) => items,
      () => []
    ),
    listMembers().catch(() => []),
  ]);
  return [...new Set([...known, ...members])].sort((one, other) => one.localeCompare(other));
}

/**
 * People of the organisation, from Grafana itself. Rejects where the person may not list them: Grafana 12 lets Admins, and
 * Editors who may share a folder or dashboard (who made one), but no other Editor.
 */
async function listMembers(): Promise<string[]> {
  const { data } = await lastValueFrom(
    getBackendSrv().fetch<Array<{ login: string }>>({ url: '/api/org/users/lookup', showErrorAlert: false })
  );
  return data.map(({ login }) => login);
}
