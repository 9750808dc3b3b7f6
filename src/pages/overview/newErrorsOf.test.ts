import type { ErrorGroup } from '../../contract/resources/errorGroups';
import { newErrorsOf } from './newErrorsOf';

const group = (id: string, more: Partial<ErrorGroup>) =>
  ({ id, app: 'shop', status: 'unresolved', ...more }) as ErrorGroup;
const groups = [
  group('new', { first_seen: '2026-11-29T10:00:00Z', last_seen: '2026-11-29T11:30:00Z' }),
  group('old', { first_seen: '2026-11-01T10:00:00Z', last_seen: '2026-11-29T11:30:00Z' }),
  group('back', { status: 'regressed', first_seen: '2026-11-01T10:00:00Z', last_seen: '2026-11-29T11:00:00Z' }),
  group('elsewhere', { app: 'till', first_seen: '2026-11-29T10:30:00Z', last_seen: '2026-11-29T10:30:00Z' }),
];
const range = { from: Date.parse('2026-11-29T09:00:00Z'), to: Date.parse('2026-11-29T12:00:00Z') };
const shown = (apps?: string[]) => newErrorsOf(groups, apps, range).map(({ group: { id }, why }) => `${why} ${id}`);

describe('errors to look at', () => {
  it('are those that began in the time range and those that came back in it, the newest first', () => {
    expect(shown()).toEqual(['regressed back', 'new elsewhere', 'new new']);
  });
  it('are of the chosen apps alone', () => {
    expect(shown(['shop'])).toEqual(['regressed back', 'new new']);
    expect(shown([])).toEqual([]);
  });
});
