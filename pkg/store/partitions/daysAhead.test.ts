import { daysAhead, isoDay } from './daysAhead';

describe('daysAhead', () => {
  it('is yesterday, today and the seven days after, by UTC', () => {
    expect(daysAhead(Date.parse('2026-12-28T23:59:59.999Z'))).toEqual([
      '2026-12-27',
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
      '2027-01-04',
    ]);
  });

  it('begins a new day at midnight', () => {
    expect(daysAhead(Date.parse('2026-12-29T00:00:00Z'))[1]).toBe('2026-12-29');
  });

  it('knows leap days', () => {
    expect(daysAhead(Date.parse('2028-02-28T12:00:00Z'))).toContain('2028-02-29');
    expect(isoDay(Date.parse('2028-02-29T12:00:00Z'))).toBe('2028-02-29');
  });
});
