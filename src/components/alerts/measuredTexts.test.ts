import { measuredTexts } from './measuredTexts';

const lcp = {
  condition_type: 'threshold' as const,
  condition_config: { query: { kind: 'performance', metric: 'LCP', calculation: 'p75' }, operator: '>', value: 2500 },
};
const alert = {
  concern: 'condition' as const,
  last_value: 3120.4,
  triggered_data: { value: 2900, limit: 2500, operator: '>' },
};

describe('the value of an alert', () => {
  it('is the latest one in the unit of its rule, beside the limit', () => {
    expect(measuredTexts(alert, lcp)).toEqual({ measured: '3.12 s', limit: 'above 2.5 s' });
  });
  it('is not called beyond a limit that it is within again', () => {
    expect(measuredTexts({ ...alert, last_value: 2300 }, lcp)).toEqual({ measured: '2.3 s', limit: 'limit 2.5 s' });
    const low = { ...alert, last_value: 40, triggered_data: { value: 3, limit: 10, operator: '<' } };
    expect(measuredTexts(low, undefined).limit).toBe('limit 10');
  });
  it.each([
    ['>', 'limit 10'],
    ['>=', 'at least 10'],
    ['<', 'limit 10'],
    ['<=', 'at most 10'],
  ])('is beyond a limit that it equals only where that fires: %s', (operator, words) => {
    const equal = { ...alert, last_value: 10, triggered_data: { value: 10, limit: 10, operator } };
    expect(measuredTexts(equal, undefined).limit).toBe(words);
  });
  it('is in the unit that the alert kept, also where its rule was deleted or asks something else now', () => {
    const kept = {
      ...alert,
      last_value: 0.21,
      triggered_data: { value: 0.3, limit: 0.1, operator: '>', unit: 'score' },
    };
    expect(measuredTexts(kept, undefined)).toEqual({ measured: '0.21', limit: 'above 0.1' });
    expect(measuredTexts(kept, lcp)).toEqual({ measured: '0.21', limit: 'above 0.1' });
  });
  it('is a plain number where neither says it', () => {
    expect(measuredTexts(alert, undefined)).toEqual({ measured: '3,120', limit: 'above 2,500' });
  });
  it('is the first one until there is another', () => {
    expect(measuredTexts({ ...alert, last_value: null }, lcp).measured).toBe('2.9 s');
  });
  it('is not there where the alert is about something else than the condition', () => {
    expect(measuredTexts({ ...alert, concern: 'error' }, lcp)).toEqual({});
    expect(measuredTexts({ ...alert, last_value: null, triggered_data: {} }, lcp)).toEqual({});
  });
});
