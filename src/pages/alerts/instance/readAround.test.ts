import { describeTotalChange, part, readErrors, readHealth, readReleases, readTotal } from './readAround';

describe('what else happened', () => {
  it('reads numbers, also where there are none', () => {
    expect(readTotal([{ count: 12 }])).toBe(12);
    expect(readTotal([])).toBeNull();
    expect(readTotal([{ count: null }])).toBeNull();
  });
  it('keeps the problem of one question to that question', () => {
    expect(part({ problem: 'it took too long' }, readTotal)).toEqual({ problem: 'it took too long' });
    expect(part({ rows: [{ count: 1 }] }, readTotal)).toEqual({ value: 1 });
  });
  it('has the most frequent errors first', () => {
    const rows = [
      { app: 'shop', fingerprint: 'a', count: 1 },
      { app: 'shop', fingerprint: 'b', count: 5 },
    ];
    expect(readErrors(rows).map(({ fingerprint }) => fingerprint)).toEqual(['b', 'a']);
  });
  it('has releases in the order in which they came', () => {
    const rows = [
      { time: 2, title: 'Release 2', text: '', tags: '' },
      { time: 1, title: 'Release 1', text: '', tags: '' },
    ];
    expect(readReleases(rows).map(({ title }) => title)).toEqual(['Release 1', 'Release 2']);
  });
  it('has the services that were down first', () => {
    const rows = [
      { service_name: 'api', status: 'healthy', count: 8 },
      { service_name: 'db', status: 'healthy', count: 3 },
      { service_name: 'db', status: 'down', count: 2 },
      { service_name: 'cdn', status: 'degraded', count: 1 },
    ];
    expect(readHealth(rows)).toEqual([
      { service: 'db', results: 5, degraded: 0, down: 2 },
      { service: 'cdn', results: 1, degraded: 1, down: 0 },
      { service: 'api', results: 8, degraded: 0, down: 0 },
    ]);
  });
  it('says what it was before, and the change where there was enough', () => {
    expect(describeTotalChange({ now: 68, before: 100 }, '30 min')).toBe('100 in the 30 min before (−32%)');
    expect(describeTotalChange({ now: 1500, before: 1000 }, '30 min')).toBe('1,000 in the 30 min before (+50%)');
    expect(describeTotalChange({ now: 100, before: 100 }, '30 min')).toBe('100 in the 30 min before');
    expect(describeTotalChange({ now: 5, before: 0 }, '30 min')).toBe('0 in the 30 min before');
    expect(describeTotalChange({ now: null, before: 9 }, '30 min')).toBe('9 in the 30 min before');
    expect(describeTotalChange({ now: 5, before: null }, '30 min')).toBeUndefined();
  });
});
