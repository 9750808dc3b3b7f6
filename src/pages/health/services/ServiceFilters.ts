import { checkKinds, type CheckKind } from '../../../contract/health/kinds/kinds';
import type { HealthCheck } from '../../../contract/resources/healthChecks';
import type { ReportedService } from './lastDay';
import { shownStatus, shownStatuses, type ShownStatus } from '../statusTexts';

/** Which services are shown; kept in the URL. */
export interface ServiceFilters {
  query?: string | undefined;
  status?: ShownStatus | undefined;
  /** `reported`: services that say themselves how they are, and no check looks at. */
  kind?: CheckKind | 'reported' | undefined;
  /** The name of a group. */
  group?: string | undefined;
}

export const shownKinds = [...checkKinds, 'reported'] as const;

/** What the URL says; what it says wrongly is left out. */
export function readServiceFilters(search: URLSearchParams): ServiceFilters {
  return {
    query: search.get('query') || undefined,
    status: shownStatuses.find((status) => status === search.get('status')),
    kind: shownKinds.find((kind) => kind === search.get('kind')),
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

/** The services that fit among those that report: they have no group. */
export function filterReported(services: readonly ReportedService[], filters: ServiceFilters): ReportedService[] {
  const wanted = filters.query?.trim().toLowerCase() ?? '';
  return services
    .filter(
      ({ app, service_name: name, status }) =>
        (filters.status === undefined || status === filters.status) &&
        (filters.kind === undefined || filters.kind === 'reported') &&
        filters.group === undefined &&
        `${name}\n${app}`.toLowerCase().includes(wanted)
    )
    .sort(worstFirst);
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

type Ranked = Pick<HealthCheck, 'status' | 'service_name'>;

function worstFirst(one: Ranked, other: Ranked): number {
  const rank = ({ status }: Ranked) => shownStatuses.indexOf(shownStatus(status));
  return rank(one) - rank(other) || one.service_name.localeCompare(other.service_name);
}
