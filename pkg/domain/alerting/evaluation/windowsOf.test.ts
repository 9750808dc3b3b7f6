import { windowsOf } from './windowsOf';

const at = Date.parse('2026-11-23T12:00:00Z');
const query = { kind: 'errors', calculation: 'count' } as const;
const written = (condition: Parameters<typeof windowsOf>[0]): string[] =>
  windowsOf(condition, at).map(({ from, to }) => `${new Date(from).toISOString()} ${new Date(to).toISOString()}`);

describe('windowsOf', () => {
  it('ends ten seconds ago, unless the rule says how late data may be', () => {
    const threshold = { query, window_minutes: 5, operator: '>', value: 1 } as const;
    expect(written(threshold)).toEqual(['2026-11-23T11:54:50.000Z 2026-11-23T11:59:50.000Z']);
    expect(written({ ...threshold, delay_seconds: 0 })).toEqual(['2026-11-23T11:55:00.000Z 2026-11-23T12:00:00.000Z']);
  });

  it.each([
    ['previous_window', '2026-11-23T10:00:00.000Z 2026-11-23T11:00:00.000Z'],
    ['same_time_yesterday', '2026-11-22T11:00:00.000Z 2026-11-22T12:00:00.000Z'],
    ['same_time_last_week', '2026-11-16T11:00:00.000Z 2026-11-16T12:00:00.000Z'],
  ] as const)('compares with the %s', (compare, earlier) => {
    const windows = written({
      ...{ query, compare, window_minutes: 60, delay_seconds: 0, change: 'percent', operator: '>', value: 30 },
    });
    expect(windows).toEqual([earlier, '2026-11-23T11:00:00.000Z 2026-11-23T12:00:00.000Z']);
  });

  it('goes back without gaps for a steady trend, oldest first', () => {
    const windows = windowsOf(
      { query, window_minutes: 60, windows: 6, direction: 'rise', min_change_percent: 5, delay_seconds: 0 },
      at
    );
    expect(windows).toHaveLength(6);
    expect(windows.at(-1)?.to).toBe(at);
    expect(windows.slice(1).every(({ from }, index) => from === windows[index]?.to)).toBe(true);
  });
});
