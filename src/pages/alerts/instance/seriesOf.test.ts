import { seriesOf } from './seriesOf';

const lcp = { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'] };
const threshold = (condition_config: object) => ({
  condition_type: 'threshold' as const,
  condition_config: { ...condition_config },
});
const pattern = (condition_config: object) => ({
  condition_type: 'pattern' as const,
  condition_config: { ...condition_config },
});

describe('the series of an alert', () => {
  it('is what the rule looked at, of its own group, in points as long as its window', () => {
    const rule = threshold({ query: lcp, window_minutes: 5, operator: '>', value: 2500 });
    expect(seriesOf(rule, { page_path: '/cart', team: 'web' }, true)).toEqual({
      query: {
        refId: 'series',
        kind: 'performance',
        metric: 'LCP',
        calculation: 'p75',
        format: 'time_series',
        filters: [{ field: 'page_path', operator: '=', value: '/cart' }],
      },
      pointSeconds: 300,
      limit: { value: 2500, isUpper: true },
      unit: 'ms',
      note: null,
    });
  });

  it('has no line where the limit is about a change', () => {
    const config = {
      query: lcp,
      window_minutes: 60,
      compare: 'previous_window',
      change: 'percent',
      operator: '>',
      value: 30,
    };
    const series = seriesOf({ condition_type: 'trend', condition_config: config }, {}, true);
    expect(series).toMatchObject({ limit: null, unit: 'ms', note: 'The limit is about the change: 30%.' });
  });

  it('keeps what visitors’ errors say from those who may not read it', () => {
    const rule = pattern({ kind: 'message', regex: 'timeout', window_minutes: 5 });
    expect(seriesOf(rule, {}, true)?.query.filters).toEqual([
      { field: 'error_message', operator: '=~', value: 'timeout' },
    ]);
    expect(seriesOf(rule, {}, false)).toMatchObject({
      query: { filters: [] },
      note: expect.stringContaining('Editors'),
    });
  });

  it('is of one error, one service or one app where the labels name it', () => {
    const group = seriesOf(
      pattern({ kind: 'new_group', window_minutes: 10 }),
      { app: 'shop', fingerprint: 'f', team: 'x' },
      true
    );
    expect(group?.query.filters?.map(({ field }) => field)).toEqual(['app', 'fingerprint']);
    const health = seriesOf(
      pattern({ kind: 'health', service_name: '*', status: 'down' }),
      { service_name: 'api' },
      true
    );
    expect(health?.query).toMatchObject({ groupBy: ['status'], filters: [{ field: 'service_name', value: 'api' }] });
    const named = seriesOf(
      pattern({ kind: 'health', service_name: 'api', status: 'down' }),
      { service_name: 'api' },
      true
    );
    expect(named?.query.filters).toHaveLength(1);
  });

  it('is none for a certificate', () => {
    expect(seriesOf(pattern({ kind: 'certificate', days: 14 }), {}, true)).toBeUndefined();
  });
});
