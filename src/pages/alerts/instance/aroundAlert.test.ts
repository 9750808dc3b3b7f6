import { aroundOpening, aroundWhole } from './aroundAlert';

const at = (text: string) => Date.parse(`2026-11-23T${text}Z`);
const created_at = '2026-11-23T10:00:00.000Z';

describe('the time around an alert', () => {
  it('is a quarter of an hour to both sides, as far as it has passed', () => {
    expect(aroundOpening({ created_at }, at('12:00:00'))).toEqual({ from: at('09:45:00'), to: at('10:15:00') });
    expect(aroundOpening({ created_at }, at('10:02:00')).to).toBe(at('10:02:00'));
  });
  it('shows six points before it, and its end', () => {
    const range = aroundWhole({ created_at, resolved_at: '2026-11-23T10:30:00.000Z' }, 600, at('20:00:00'));
    expect(range).toEqual({ from: at('09:00:00'), to: at('10:45:00') });
  });
  it('ends now for one that is open, and never before it begins', () => {
    expect(aroundWhole({ created_at, resolved_at: null }, 60, at('11:00:00')).to).toBe(at('11:00:00'));
    expect(aroundWhole({ created_at, resolved_at: null }, 60, at('09:59:00')).to).toBeGreaterThan(at('10:00:00'));
  });
  it('shows the first day of one that lasts for weeks', () => {
    const range = aroundWhole({ created_at, resolved_at: null }, 60, at('10:00:00') + 30 * 86_400_000);
    expect(range.to).toBe(at('10:00:00') + 86_400_000);
  });
});
