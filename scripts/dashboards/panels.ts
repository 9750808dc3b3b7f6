import type { Query } from '../../src/contract/query/Query';
import type { Override, Panel } from './Panel';

type Part = Partial<Panel> & Pick<Panel, 'title' | 'description' | 'queries'>;

/** A single number of the whole range, coloured by its thresholds where it has any. */
export function stat(part: Part): Panel {
  return {
    type: 'stat',
    width: 4,
    height: 4,
    options: {
      reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
      colorMode: 'value',
      graphMode: 'none',
      textMode: 'value',
    },
    // Without thresholds of the server's own a number is just a number.
    defaults: { noValue: 'No data', thresholds: { mode: 'absolute', steps: [{ value: null, color: 'text' }] } },
    ...part,
  };
}

/** Lines over time. */
export function lines(part: Part): Panel {
  return {
    type: 'timeseries',
    width: 12,
    height: 8,
    maxDataPoints: 200,
    options: {
      legend: { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] },
      tooltip: { mode: 'multi', sort: 'desc' },
    },
    defaults: {
      min: 0,
      custom: { drawStyle: 'line', lineWidth: 2, fillOpacity: 0, spanNulls: true, showPoints: 'always', pointSize: 4 },
    },
    ...part,
  };
}

/** Bars over time, on top of each other. */
export function bars(part: Part): Panel {
  return {
    ...lines(part),
    maxDataPoints: 100,
    defaults: {
      min: 0,
      custom: {
        drawStyle: 'bars',
        showPoints: 'never',
        barWidthFactor: 0.9,
        lineWidth: 0,
        fillOpacity: 70,
        stacking: { mode: 'normal', group: 'A' },
      },
      ...part.defaults,
    },
  };
}

/** Several grouped queries side by side: one row a group, joined by `groupBy`, largest first. */
export function groupTable(part: Part & { groupBy: string; sortBy: string }): Panel {
  const { groupBy, sortBy, ...rest } = part;
  return {
    type: 'table',
    width: 12,
    height: 9,
    options: { showHeader: true, cellHeight: 'sm', sortBy: [{ displayName: sortBy, desc: true }] },
    defaults: { custom: { minWidth: 60 }, mappings: [withoutValue] },
    ...rest,
    transformations:
      part.queries.length > 1 ? [{ id: 'joinByField', options: { byField: groupBy, mode: 'outer' } }] : [],
  };
}

/** Rows that have no value of the field they are grouped by. */
const withoutValue = { type: 'special', options: { match: 'empty', result: { text: '(none)' } } };

/** Names a field on the screen, by the name that it has in the data. */
export function named(field: string, title: string): Override {
  return { matcher: { id: 'byName', options: field }, properties: [{ id: 'displayName', value: title }] };
}

/** A colour for the series of one query. */
export function coloured(refId: string, title: string, fixedColor: string): Override {
  return {
    matcher: { id: 'byFrameRefID', options: refId },
    properties: [
      { id: 'displayName', value: title },
      { id: 'color', value: { mode: 'fixed', fixedColor } },
    ],
  };
}

/** Single rows, newest first. */
export function rows(part: Part & { queries: [Query] }): Panel {
  return {
    type: 'logs',
    width: 24,
    height: 10,
    options: { showTime: true, wrapLogMessage: true, enableLogDetails: true, sortOrder: 'Descending' },
    ...part,
  };
}
