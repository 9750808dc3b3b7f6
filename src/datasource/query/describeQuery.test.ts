import { describeQuery } from './describeQuery';
import type { SeamarkQuery } from './SeamarkQuery';

const describeA = (query: Omit<SeamarkQuery, 'refId'>) => describeQuery({ refId: 'A', ...query });

describe('a query in words', () => {
  it('names calculation, metric, group and filter', () => {
    expect(
      describeA({
        kind: 'performance',
        metric: 'LCP',
        calculation: 'p75',
        groupBy: ['page_path'],
        filters: [{ field: 'browser', operator: '=', value: 'Firefox' }],
      })
    ).toBe('p75 of LCP by page, where browser is Firefox');
  });
  it('joins groups, filters and several values as a person would', () => {
    expect(
      describeA({
        kind: 'events',
        calculation: 'uniques_users',
        groupBy: ['browser', 'os', 'country'],
        filters: [
          { field: 'event_data.plan', operator: '=', value: ['free', 'team', 'pro'] },
          { field: 'app', operator: '!=', value: ['demo'] },
          { field: 'page_path', operator: '=~', value: '^/cart' },
        ],
        includeBots: true,
      })
    ).toBe(
      'unique users with events by browser, operating system and country, ' +
        'where event_data.plan is one of free, team or pro and app is none of demo and page matches ^/cart, bots included'
    );
  });
  it.each([
    [{ kind: 'errors', calculation: 'count' }, 'number of errors'],
    [{ kind: 'errors', format: 'logs', groupBy: ['app'] }, 'errors as log lines'],
    [{ kind: 'events', calculation: 'rate' }, 'events per second'],
    [{ kind: 'health', calculation: 'p95' }, 'p95 of response time'],
    [{ kind: 'health', calculation: 'max', metric: 'error_rate' }, 'highest error rate'],
    [{ kind: 'performance', metric: 'LCP' }, 'p75 of LCP'],
    [{ kind: 'performance', calculation: 'count' }, 'number of measurements'],
    [{ kind: 'annotations', of: 'error_spikes' }, 'error spikes as annotations'],
    [{ kind: 'health', calculation: 'uptime', groupBy: ['service_name'] }, 'uptime by service'],
    [{ kind: 'performance', metric: 'INP', calculation: 'share_poor' }, 'share of poor INP'],
    [{ kind: 'performance', metric: 'CLS', calculation: 'count' }, 'number of CLS measurements'],
    [{ kind: 'metrics', metric: 'cart_total', calculation: 'sum' }, 'sum of cart_total'],
    [{ kind: 'metrics', calculation: 'avg' }, 'average …'],
    [{ kind: 'events' }, 'number of events'],
    [{ kind: 'variables', field: 'page_path', of: 'performance' }, 'values of page'],
    [{ kind: 'variables' }, 'names of the fields'],
    [{ kind: 'annotations', of: 'errors' }, 'errors as annotations'],
  ] as const)('says %j as "%s"', (query, words) => {
    expect(describeA(query as unknown as SeamarkQuery)).toBe(words);
  });
  it('names only the app filter of a live query, the one that applies', () => {
    expect(
      describeA({
        kind: 'events',
        live: true,
        filters: [
          { field: 'app', operator: '=', value: 'shop' },
          { field: 'browser', operator: '=', value: 'Firefox' },
        ],
      })
    ).toBe('page views, errors and vitals of the last minute, every second, where app is shop');
  });
  it('survives a query that another version wrote', () => {
    const foreign = { kind: 'sessions', calculation: 'median' } as unknown as SeamarkQuery;
    expect(describeA(foreign)).toBe('sessions');
    expect(describeA({ ...foreign, kind: 'events' })).toBe('median (unknown)');
  });
});
