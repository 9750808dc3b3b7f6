import { hour, minute } from '../../lib/duration';
import { rowSet, sampleRows } from '../testing/sampleRows';
import { DirtyMarks } from './DirtyMarks';
import { encodeRows } from './encodeRows';

const now = 1_000_000 * hour + 30 * minute;
const thisHour = 1_000_000 * hour;
const marksOf = (marks: DirtyMarks, rows: Parameters<typeof rowSet>[0]) =>
  marks
    .of([encodeRows(rowSet(rows)).touched])
    .map(({ kind, grain, bucket }) => [kind, grain, (bucket - thisHour) / hour]);

describe('DirtyMarks', () => {
  it('are one a kind, app and hour', () => {
    const timestamp = now;
    const rows = {
      analytics_events: [
        sampleRows.event({ timestamp }),
        sampleRows.event({ timestamp: now - minute }),
        sampleRows.event({ timestamp: now - hour }),
      ],
      error_logs: [sampleRows.error({ timestamp })],
      spans: [sampleRows.span({ timestamp })],
    };
    expect(marksOf(new DirtyMarks(() => now), rows)).toEqual(
      [
        ['errors', 'hour', 0],
        ['events', 'hour', 0],
        ['events', 'hour', -1],
      ].sort()
    );
  });

  it('also name the hour of a report whose place a newer one takes', () => {
    const marks = new DirtyMarks(() => now);
    const report = (timestamp: number) => ({
      performance_data: [sampleRows.performance({ timestamp, metric_id: 'v1' })],
    });
    expect(marksOf(marks, report(now - hour))).toEqual([['performance', 'hour', -1]]);
    expect(marksOf(marks, report(now)).sort()).toEqual([
      ['performance', 'hour', -1],
      ['performance', 'hour', 0],
    ]);
    expect(marksOf(marks, report(now + minute))).toEqual([['performance', 'hour', 0]]);
  });

  it('go by the minute where more than 300 rows a second come in, but never for vitals', () => {
    const marks = new DirtyMarks(() => now);
    const many = Array.from({ length: 300 * 60 }, () => sampleRows.event({ timestamp: now }));
    expect(marksOf(marks, { analytics_events: many })).toEqual([['events', 'minute', 0.5]]);
    const vitals = Array.from({ length: 300 * 60 }, () => sampleRows.performance({ timestamp: now, metric_id: null }));
    expect(marksOf(marks, { performance_data: vitals })).toEqual([['performance', 'hour', 0]]);
    expect(marksOf(marks, { analytics_events: [sampleRows.event({ timestamp: now - 5 * hour })] })).toEqual([
      ['events', 'hour', -5],
    ]);
  });

  it('leave a time that is no time to the insert that refuses it', () => {
    expect(marksOf(new DirtyMarks(() => now), { analytics_events: [sampleRows.event({ timestamp: NaN })] })).toEqual(
      []
    );
  });
});
