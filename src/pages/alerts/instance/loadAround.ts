import { dateTime } from '@grafana/data';
import { askQueries } from '../../../api/askQueries';
import { callRoute } from '../../../api/callRoute';
import type { ErrorGroup } from '../../../contract/resources/errorGroups';
import type { Around } from './aroundAlert';
import { aroundQueries } from './aroundQueries';
import {
  part,
  readErrors,
  readHealth,
  readReleases,
  readTotal,
  type ErrorCount,
  type Part,
  type ServiceHealth,
  type Total,
} from './readAround';

/** An error of the time around an alert; its group is missing where it was deleted meanwhile. */
export interface AroundError extends ErrorCount {
  group: ErrorGroup | undefined;
  isNew: boolean;
}

/** What else happened around an alert. */
export interface WhatElse {
  views: Part<Total>;
  sessions: Part<Total>;
  errors: Part<Total>;
  groups: Part<AroundError[]>;
  releases: Part<ReturnType<typeof readReleases>>;
  health: Part<ServiceHealth[]>;
}

const iso = (time: number) => dateTime(time).toISOString();

/** Asks for everything at once. Rejects with an `ApiError` where nothing can be known. */
export async function loadAround(
  datasourceUid: string,
  app: string | undefined,
  { from, to }: Around
): Promise<WhatElse> {
  const { all, totals } = aroundQueries(app);
  const [now, before] = await Promise.all([
    askQueries(datasourceUid, { from: iso(from), to: iso(to) }, all),
    askQueries(datasourceUid, { from: iso(from - (to - from)), to: iso(from) }, totals),
  ]);
  const total = (name: (typeof totals)[number]['refId']): Part<Total> => {
    const then = part(before[name], readTotal);
    return part(now[name], (rows) => ({ now: readTotal(rows), before: 'value' in then ? then.value : null }));
  };
  const groups = part(now.groups, readErrors);
  return {
    views: total('views'),
    sessions: total('sessions'),
    errors: total('errors'),
    groups:
      'problem' in groups
        ? groups
        : { value: await Promise.all(groups.value.map((error) => nameError(datasourceUid, error, { from, to }))) },
    releases: part(now.releases, readReleases),
    health: part(now.health, readHealth),
  };
}

/** Finds the group of an error. Without its name an error is still worth showing. */
async function nameError(datasourceUid: string, error: ErrorCount, { from, to }: Around): Promise<AroundError> {
  try {
    const { items } = await callRoute(datasourceUid, 'listErrorGroups', {
      query: { query: error.fingerprint, app: error.app, limit: 5 },
    });
    const group = items.find(({ fingerprint }) => fingerprint === error.fingerprint);
    const firstSeen = group === undefined ? Number.NaN : Date.parse(group.first_seen);
    return { ...error, group, isNew: firstSeen >= from && firstSeen < to };
  } catch {
    return { ...error, group: undefined, isNew: false };
  }
}
