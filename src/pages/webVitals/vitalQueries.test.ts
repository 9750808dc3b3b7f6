import { webVitals } from '../../contract/webVitals';
import {
  breakdownQueries,
  p75Series,
  ratingSeries,
  releaseMarksQuery,
  summaryQueries,
  tabQueries,
} from './vitalQueries';

describe('the queries of a vital', () => {
  it.each(webVitals)('of %s name the metric and listen to all variables', (metric) => {
    const all = [
      ...summaryQueries(metric),
      ...p75Series(metric),
      ...ratingSeries(metric),
      ...breakdownQueries(metric, 'browser'),
    ];
    for (const query of all) {
      expect(query).toMatchObject({ kind: 'performance', metric });
      expect(query.filters?.map(({ value }) => value)).toEqual(['$app', '$environment', '$release', '$page']);
    }
  });
  it('ask p75 of every vital for the tabs', () => {
    expect(tabQueries.map(({ metric }) => metric)).toEqual([...webVitals]);
  });
  it('group a breakdown by what is asked, all three columns alike', () => {
    expect(breakdownQueries('LCP', '$by').map(({ groupBy }) => groupBy)).toEqual([['$by'], ['$by'], ['$by']]);
  });
  it('show every release as a mark, also those that the release variable leaves out', () => {
    expect(releaseMarksQuery.filters?.map(({ field }) => field)).toEqual(['app', 'environment']);
  });
});
