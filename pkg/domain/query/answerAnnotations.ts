import type { Frame } from '../../../src/contract/query/Frame';
import type { Query } from '../../../src/contract/query/Query';
import type { Clock } from '../../lib/Clock';
import { findSpikes } from './findSpikes';
import { annotationsFrame, type Mark } from './frames/annotationsFrame';
import { planAggregate } from './planAggregate';
import { planRows } from './planRows';
import { planSelection } from './planSelection';
import { type QueryContext, QueryError } from './QueryRunner';
import type { QueryStore, StoredRow } from './QueryStore';

/** What an annotation can mark. */
export const annotationSources = ['releases', 'errors', 'error_spikes', 'alerts'] as const;

/** Marks of one query unless it says otherwise; more would hide the chart. */
const defaultMarks = 100;

/** Windows in which spikes of errors are looked for. */
const spikeWindows = 100;

interface AnnotationParts {
  store: QueryStore;
  clock: Clock;
}

/** Marks for a chart: releases when they were first seen, single errors, windows with unusually many, or alerts. */
export async function answerAnnotations(parts: AnnotationParts, query: Query, context: QueryContext): Promise<Frame[]> {
  const source = annotationSources.find((candidate) => candidate === (query.of ?? 'releases'));
  switch (source) {
    case 'releases':
      return [annotationsFrame(query.refId, await releases(parts.store, query, context))];
    case 'errors':
      return [annotationsFrame(query.refId, await errors(parts.store, query, context))];
    case 'error_spikes':
      return [annotationsFrame(query.refId, await spikes(parts, query, context))];
    case 'alerts':
      return [annotationsFrame(query.refId, await alerts(parts, query, context))];
    default:
      throw new QueryError(`"of" must be one of ${annotationSources.join(', ')}, not "${query.of}"`);
  }
}

async function releases(store: QueryStore, query: Query, context: QueryContext): Promise<Mark[]> {
  const selection = planSelection(query, 'performance', context);
  const found = await store.firstSeenReleases(selection, context.who, query.limit ?? defaultMarks, context.signal);
  return found.map(({ app, release, firstSeen }) => ({
    time: firstSeen,
    timeEnd: firstSeen,
    title: `Release ${release}`,
    text: `${app} ${release} was first seen`,
    tags: ['release', app],
  }));
}

async function errors(store: QueryStore, query: Query, context: QueryContext): Promise<Mark[]> {
  const plan = planRows({ ...query, limit: query.limit ?? defaultMarks }, 'errors', context);
  const rows = await store.rows(plan, context.who, context.signal);
  return rows.map((row) => ({
    time: row.timestamp,
    timeEnd: row.timestamp,
    title: `${word(row, 'severity')} error: ${word(row, 'error_type')}`,
    text: [word(row, 'error_message'), word(row, 'page_path')].filter((part) => part !== '').join(' – '),
    tags: ['error', word(row, 'severity'), word(row, 'app')].filter((tag) => tag !== ''),
  }));
}

/** From when an alert opened until it was resolved; one that is open lasts until now. */
async function alerts({ store, clock }: AnnotationParts, query: Query, context: QueryContext): Promise<Mark[]> {
  const plan = planRows({ ...query, limit: query.limit ?? defaultMarks }, 'alerts', context);
  const rows = await store.rows(plan, context.who, context.signal);
  const end = Math.min(context.range.to, clock.now());
  return rows.map((row) => ({
    time: row.timestamp,
    timeEnd: typeof row.columns.resolved_at === 'number' ? row.columns.resolved_at : Math.max(row.timestamp, end),
    title: word(row, 'title'),
    text: [word(row, 'message'), word(row, 'status')].filter((part) => part !== '').join(' – '),
    tags: ['alert', word(row, 'severity'), word(row, 'alert_rule')].filter((tag) => tag !== ''),
  }));
}

async function spikes({ store, clock }: AnnotationParts, query: Query, context: QueryContext): Promise<Mark[]> {
  const windows = { ...context, maxDataPoints: spikeWindows, intervalMs: 1 };
  const { maxDataPoints: _points, intervalMs: _interval, groupBy: _groups, ...rest } = query;
  const plan = planAggregate({ ...rest, calculation: 'count', format: 'time_series' }, 'errors', windows, clock.now());
  const { cells } = await store.aggregate(plan, context.who, context.signal);
  return findSpikes(plan.range, plan.bucketMs ?? 1, cells).map(({ from, to, count, usual }) => ({
    time: from,
    timeEnd: to,
    title: `${count} errors`,
    text: `Usually about ${Math.round(usual)} in this time`,
    tags: ['error', 'spike'],
  }));
}

function word(row: StoredRow, column: string): string {
  const value = row.columns[column];
  return value === undefined || value === null ? '' : String(value);
}
