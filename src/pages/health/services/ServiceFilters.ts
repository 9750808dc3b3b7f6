import { checkKinds, type CheckKind } from '../../../contract/health/kinds/kinds';
import type { HealthCheck } from '../../../contract/resources/healthChecks';
import { shownStatus, shownStatuses, type ShownStatus } from '../statusTexts';

/** Which services are shown; kept in the URL. */
export interface ServiceFilters {
  query?: string | undefined;
  status?: ShownStatus | undefined;
  kind?: CheckKind | undefined;
  /** The name of a group. */
  group?: string | undefined;
}

/** What the URL says; what it says wrongly is left out. */
export function readServiceFilters(search: URLSearchParams): ServiceFilters {
  return {
    query: search.get('query') || undefined,
    status: shownStatuses.find((status) => status === search.get('status')),
    kind: checkKinds.find((kind) => kind === search.get('kind')),
    group: search.get('group') || undefined,
  };
}

/** The checks that fit: text is looked for in name, description, group, labels and the latest error. */
export function filterServices(checks: readonly HealthCheck[], filters: ServiceFilters): HealthCheck[] {
  const wanted = filters.query?.trim().toLowerCase() ?? '';
  return checks.filter(
    (check) =>
      (filters.status === undefined || shownStatus(check.status) === filters.status) &&
      (filters.kind === undefined || check.kind === filters.kind) &&
      (filters.group === undefined || check.group_name === filters.group) &&
      (wanted === '' || textOf(check).includes(wanted))
  );
}

/** The names of all groups, in order. */
export function groupNames(checks: readonly HealthCheck[]): string[] {
  const names = checks.flatMap(({ group_name: name }) => (name === null ? [] : [name]));
  return [...new Set(names)].sort((one, other) => one.localeCompare(other));
}

function textOf({ service_name, description, group_name, labels, last_error }: HealthCheck): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  return [service_name, description, group_name ?? '', last_error ?? '', ...pairs].join('\n').toLowerCase();
}

export interface ServiceGroup {
  /** Empty: those without a group. */
  name: string;
  checks: HealthCheck[];
}

/** Checks by group: groups by name with the nameless one last, worst first within a group. */
export function groupServices(checks: readonly HealthCheck[]): ServiceGroup[] {
  const groups = new Map<string, HealthCheck[]>();
  for (const check of checks) {
    const name = check.group_name ?? '';
    groups.set(name, [...(groups.get(name) ?? []), check]);
  }
  return [...groups]
    .sort(([one], [other]) => Number(one === '') - Number(other === '') || one.localeCompare(other))
    .map(([name, members]) => ({ name, checks: members.sort(worstFirst) }));
}

function worstFirst(one: HealthCheck, other: HealthCheck): number {
  const rank = ({ status }: HealthCheck) => shownStatuses.indexOf(shownStatus(status));
  return rank(one) - rank(other) || one.service_name.localeCompare(other.service_name);
}
