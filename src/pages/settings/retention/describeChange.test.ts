import { describeChange } from './describeChange';

const now = Date.parse('2026-11-23T12:00:00Z');
const change = (from: number, to: number) => describeChange({ name: 'Errors', from, to, defaultDays: 90 }, now);

describe('what a change of the retention does', () => {
  it('says from which day on nothing older is left', () => {
    expect(change(90, 30)).toBe(
      '90 days → 30 days. Everything from before 2026-10-24 is deleted within the next hour, for good.'
    );
    expect(change(2, 1)).toContain('2 days → 1 day.');
  });

  it('says that what is gone stays gone', () => {
    expect(change(30, 90)).toBe('30 days → 90 days. What is already deleted does not come back.');
  });

  it('warns of more than is usual', () => {
    expect(change(90, 1000)).toContain('90 days → 1,000 days. Kept for longer than usual (90 days)');
  });
});
