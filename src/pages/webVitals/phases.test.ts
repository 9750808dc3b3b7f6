import { toDataFrame } from '@grafana/data';
import { webVitals } from '../../contract/webVitals';
import { meanOfPhase, phaseQueries, phases } from './phases';

const counts = (rows: Array<[string | null, number]>) =>
  toDataFrame({
    fields: [
      { name: 'metadata.input_delay', values: rows.map(([value]) => value) },
      { name: 'value', values: rows.map(([, count]) => count) },
    ],
  });

describe('the mean of a phase', () => {
  it('weighs each value by how often it occurred', () => {
    expect(meanOfPhase(counts([['100', 3], ['500', 1]]))).toBe(200); // prettier-ignore
  });
  it('counts a page view without the phase as no time', () => {
    expect(meanOfPhase(counts([['100', 1], ['', 1]]))).toBe(50); // prettier-ignore
    expect(meanOfPhase(counts([['100', 1], [null, 3]]))).toBe(25); // prettier-ignore
  });
  it('leaves out what is no number', () => {
    expect(meanOfPhase(counts([['100', 1], ['fast', 9]]))).toBe(100); // prettier-ignore
  });
  it('is unknown where no client sent the phase', () => {
    expect(meanOfPhase(counts([['', 12]]))).toBeUndefined();
    expect(meanOfPhase(counts([]))).toBeUndefined();
    expect(meanOfPhase(undefined)).toBeUndefined();
  });
});

describe('the phases of a vital', () => {
  it.each(webVitals)('of %s are asked for one by one, under the page’s filters', (metric) => {
    const queries = phaseQueries(metric);
    expect(queries.map(({ groupBy }) => groupBy)).toEqual(phases[metric].map(({ field }) => [field]));
    expect(queries.every(({ filters }) => filters?.some(({ value }) => value === '$page'))).toBe(true);
  });
});
