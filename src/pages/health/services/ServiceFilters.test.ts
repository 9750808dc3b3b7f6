import { storedCheck } from '../testing/storedCheck';
import { filterReported, filterServices, groupNames, groupServices, readServiceFilters } from './ServiceFilters';

const named = (service_name: string, more: Partial<typeof storedCheck> = {}) => ({
  ...storedCheck,
  service_name,
  ...more,
});

describe('the list of services', () => {
  it('shows the worst first, by group, and those without a group last', () => {
    const groups = groupServices([
      named('mail'),
      named('cart', { group_name: 'Shop' }),
      named('pay', { group_name: 'Shop', status: 'down' }),
      named('search', { group_name: 'Shop', status: null }),
    ]);
    expect(groups.map(({ name, checks }) => [name, ...checks.map((check) => check.service_name)])).toEqual([
      ['Shop', 'pay', 'cart', 'search'],
      ['', 'mail'],
    ]);
  });

  it('finds by group, and knows all groups by name', () => {
    const checks = [named('pay', { group_name: 'Shop' }), named('mail'), named('logs', { group_name: 'Inside' })];
    expect(groupNames([...checks, ...checks])).toEqual(['Inside', 'Shop']);
    expect(filterServices(checks, { group: 'Shop' }).map(({ service_name: name }) => name)).toEqual(['pay']);
  });

  it('finds by status, kind, and text of name, labels and error', () => {
    const checks = [
      named('pay', { status: 'down', last_error: 'connection refused' }),
      named('cart', { labels: { team: 'shop' } }),
      named('dns', { kind: 'dns', status: null }),
    ];
    const found = (filters: Parameters<typeof filterServices>[1]) =>
      filterServices(checks, filters).map(({ service_name }) => service_name);
    expect(found({ query: 'REFUSED' })).toEqual(['pay']);
    expect(found({ query: 'team=shop' })).toEqual(['cart']);
    expect(found({ status: 'unknown' })).toEqual(['dns']);
    expect(found({ kind: 'http', status: 'healthy' })).toEqual(['cart']);
  });

  it('finds what services report by themselves by status, kind, name and app, in no group', () => {
    const reported = [
      { app: 'shop', service_name: 'cart', status: 'healthy' as const, lastHeard: 1, latencies: undefined },
      { app: 'blog', service_name: 'mail', status: 'down' as const, lastHeard: 1, latencies: undefined },
    ];
    const found = (filters: Parameters<typeof filterReported>[1]) =>
      filterReported(reported, filters).map(({ service_name }) => service_name);
    expect(found({})).toEqual(['mail', 'cart']);
    expect(found({ kind: 'reported', query: 'SHOP' })).toEqual(['cart']);
    expect(found({ status: 'down' })).toEqual(['mail']);
    expect(found({ kind: 'http' })).toEqual([]);
    expect(found({ group: 'Shop' })).toEqual([]);
    expect(filterServices([named('pay')], { kind: 'reported' })).toEqual([]);
  });

  it('takes from the URL only what it knows', () => {
    expect(readServiceFilters(new URLSearchParams('status=down&kind=smoke&query='))).toEqual({
      query: undefined,
      status: 'down',
      kind: undefined,
    });
  });
});
