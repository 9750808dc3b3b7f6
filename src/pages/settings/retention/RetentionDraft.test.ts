import type { RetentionPolicy } from '../../../contract/resources/retention';
import { changesOf, defaultsOf, draftOf, policiesOf, problemsOf } from './RetentionDraft';

const policy = (tier: RetentionPolicy['tier'], days: number, default_days = days): RetentionPolicy => ({
  data: 'errors',
  tier,
  days,
  default_days,
  updated_at: null,
});
const policies = [policy('raw', 60, 90), policy('summary', 365), policy('archive', 730)];
const typed = (raw: string) => ({ ...draftOf(policies), 'errors raw': raw });

describe('the form of the retention', () => {
  it('begins with the days as they are, and has nothing to say', () => {
    expect(draftOf(policies)).toEqual({ 'errors raw': '60', 'errors summary': '365', 'errors archive': '730' });
    expect(problemsOf(draftOf(policies), policies)).toEqual({});
    expect(changesOf(draftOf(policies), policies)).toEqual([]);
  });

  it.each(['', ' ', '0', '-1', '1.5', '3661', 'a year', '1e999'])('refuses %j as days', (raw) => {
    expect(problemsOf(typed(raw), policies)).toMatchObject({ 'errors raw': 'A whole number from 1 to 3,660.' });
  });

  it('lets nothing go before what it is made of', () => {
    expect(problemsOf(typed('400'), policies)).toEqual({ 'errors summary': 'At least as long as “Single entries”.' });
    expect(problemsOf(typed('365'), policies)).toEqual({});
  });

  it('names what is changed, and by how much', () => {
    expect(changesOf(typed(' 30 '), policies)).toEqual([
      { name: 'Errors, single entries', from: 60, to: 30, defaultDays: 90 },
    ]);
  });

  it('sends what differs from the defaults, and what it saw', () => {
    expect(policiesOf(typed('30'), policies)).toEqual({
      policies: [{ data: 'errors', tier: 'raw', days: 30 }],
      expected: [{ data: 'errors', tier: 'raw', days: 60 }],
      allow_longer: true,
    });
    expect(policiesOf(defaultsOf(policies), policies).policies).toEqual([]);
  });
});
