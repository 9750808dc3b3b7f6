import { webVitals } from '../../contract/webVitals';
import { breakdownQueries, p75Series, ratingSeries, releaseFilters, summaryQueries } from './vitalQueries';

describe('the queries of a vital', () => {
  it.each(webVitals)('of %s name the metric and listen to all variables', (metric) => {
    const all = [
      ...summaryQueries(metric, []),
      ...p75Series(metric),
      ...ratingSeries(metric),
      ...breakdownQueries(metric, 'browser'),
    ];
    for (const query of all) {
      expect(query).toMatchObject({ kind: 'performance', metric });
      expect(query.filters?.map(({ value }) => value)).toEqual(['$app', '$environment', '$release', '$page']);
    }
  });
  it('ask p75 of every vital for the tabs, once each', () => {
    const names = summaryQueries('INP', webVitals).map(({ refId }) => refId);
    expect(names).toEqual(['ratings', 'p75-INP', 'p75-LCP', 'p75-CLS', 'p75-FCP', 'p75-TTFB']);
  });
  it('group a breakdown by what is asked, all three columns alike', () => {
    expect(breakdownQueries('LCP', '$by').map(({ groupBy }) => groupBy)).toEqual([['$by'], ['$by'], ['$by']]);
  });
  it('show every release as a mark, also those that the release variable leaves out', () => {
    expect(releaseFilters.map(({ field }) => field)).toEqual(['app', 'environment']);
  });
});
