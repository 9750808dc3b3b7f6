import { sql } from 'kysely';
import type { SummaryPlan } from './SummaryPlan';
import { cutRange, type Grain, type Piece, type SummaryState } from '../../domain/summaries/cutRange';
import { day, startOfDay } from '../../lib/duration';
import { appIds } from '../query/appIds';
import { instant } from '../query/rawTable';
import type { Read } from '../query/readAs';

/** A stretch of time of one app and where it is read. */
export interface AppPiece extends Piece {
  appId: string;
}

/** More marks than this are not worth looking at: most of the range is dirty then. */
const mostMarks = 20_000;

interface Found {
  app_id: string;
  what: 'app' | 'kept' | Grain;
  at: number;
}

/** Asks which summaries are up to date, and cuts the range of each app accordingly. Undefined where too few are. */
export async function findPieces(
  read: Read,
  { kind, range, bucketMs, filters }: SummaryPlan
): Promise<AppPiece[] | undefined> {
  const from = instant(startOfDay(range.from));
  const to = instant(Math.min(startOfDay(range.to) + day, range.to + day));
  const rows = await read<Found>(sql`
    with chosen as materialized (${appIds(kind, filters)})
    select app_id, 'app' as what, 0::float8 as at from chosen
    union all
    select app_id, 'kept', ${epoch(sql`m.hour`)} from chosen join summary_minutes m using (app_id)
      where m.kind = ${kind}::text and m.hour >= ${from} and m.hour < ${to}
    union all
    select * from (
      select distinct app_id, d.grain, ${epoch(sql`d.bucket`)} from chosen join summary_dirty d using (app_id)
      where d.kind = ${kind}::text and d.bucket >= ${from} and d.bucket < ${to} limit ${mostMarks + 1}
    ) marks`);
  if (rows.length > mostMarks) {
    return undefined;
  }
  const states = new Map<string, MutableState>();
  for (const { app_id, what, at } of rows) {
    const state = states.get(app_id) ?? emptyState();
    states.set(app_id, state);
    if (what === 'kept') {
      state.minutes.add(at);
    } else if (what !== 'app') {
      state.dirty[what].add(at);
    }
  }
  return [...states].flatMap(([appId, state]) =>
    cutRange({ range, bucketMs, state }).map((piece) => ({ appId, ...piece }))
  );
}

interface MutableState extends SummaryState {
  dirty: Record<Grain, Set<number>>;
  minutes: Set<number>;
}

function emptyState(): MutableState {
  const dirty = { minute: new Set<number>(), hour: new Set<number>(), six_hours: new Set<number>() };
  return { dirty: { ...dirty, day: new Set(), week: new Set() }, minutes: new Set() };
}

function epoch(time: ReturnType<typeof instant>): ReturnType<typeof instant> {
  return sql`round(extract(epoch from ${time}) * 1000)::float8`;
}
