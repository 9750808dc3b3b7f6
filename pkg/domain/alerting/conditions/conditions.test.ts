import type {
  ComparedTrendCondition,
  SteadyTrendCondition,
  ThresholdCondition,
} from '../../../../src/contract/alerting/conditions';
import { judgeComparedTrend } from './judgeComparedTrend';
import { judgeSteadyTrend } from './judgeSteadyTrend';
import { judgeThreshold } from './judgeThreshold';
import type { Reading } from './Reading';

const of = (value: number | null, samples = 100): Reading => ({ value, samples });
const firing = { outcome: 'firing' };
const recovered = { outcome: 'normal', isRecovered: true };
const hovering = { outcome: 'normal', isRecovered: false };
const noData = { outcome: 'no data' };

describe('threshold', () => {
  const poor: ThresholdCondition = {
    query: { kind: 'performance', metric: 'LCP', calculation: 'p75' },
    window_minutes: 5,
    operator: '>',
    value: 2500,
    recovery_value: 2300,
    min_samples: 20,
  };

  it.each([
    [2501, firing],
    [2500, hovering],
    [2301, hovering],
    [2300, recovered],
    [0, recovered],
  ])('%d ms over a limit of 2500 with recovery at 2300', (value, observation) => {
    expect(judgeThreshold(poor, of(value))).toEqual({ observation, value });
  });

  it.each([
    ['>=', 10, firing],
    ['<', 10, recovered],
    ['<', 9.9, firing],
    ['<=', 10, firing],
  ] as const)('a limit of %s 10 for %d', (operator, value, observation) => {
    expect(judgeThreshold({ ...poor, operator, value: 10, recovery_value: 10 }, of(value)).observation).toEqual(
      observation
    );
  });

  it('recovers at the limit itself where the rule names no other value', () => {
    const { recovery_value: _left, ...plain } = poor;
    expect(judgeThreshold(plain, of(2500)).observation).toEqual(recovered);
  });

  it.each([
    ['fewer samples than asked for', of(9000, 19)],
    ['no value', of(null)],
    ['no such group', undefined],
  ])('has no data with %s', (_what, reading) => {
    expect(judgeThreshold(poor, reading)).toEqual({ observation: noData, value: null });
  });
});

describe('trend against an earlier window', () => {
  const more: ComparedTrendCondition = {
    query: { kind: 'errors', calculation: 'count' },
    window_minutes: 60,
    compare: 'previous_window',
    change: 'percent',
    operator: '>',
    value: 30,
  };

  it('is the change in percent', () => {
    expect(judgeComparedTrend(more, of(131), of(100))).toEqual({ observation: firing, value: 31 });
    expect(judgeComparedTrend(more, of(130), of(100)).observation).toEqual(recovered);
    expect(judgeComparedTrend({ ...more, operator: '<', value: -50 }, of(40), of(100))).toEqual({
      observation: firing,
      value: -60,
    });
  });

  it('is the difference where the rule asks for it, also from nothing', () => {
    expect(judgeComparedTrend({ ...more, change: 'absolute' }, of(31), of(0))).toEqual({
      observation: firing,
      value: 31,
    });
  });

  it('has no data for a percentage of nothing, and where either window has too little', () => {
    expect(judgeComparedTrend(more, of(5), of(0)).observation).toEqual(noData);
    expect(judgeComparedTrend({ ...more, min_samples: 10 }, of(5), of(1, 9)).observation).toEqual(noData);
    expect(judgeComparedTrend({ ...more, min_samples: 10 }, of(5, 9), of(1)).observation).toEqual(noData);
    expect(judgeComparedTrend(more, undefined, of(1)).observation).toEqual(noData);
  });
});

describe('steady trend', () => {
  const rise: SteadyTrendCondition = {
    query: { kind: 'performance', metric: 'LCP', calculation: 'p75' },
    window_minutes: 60,
    windows: 6,
    direction: 'rise',
    min_change_percent: 5,
  };
  const windows = (...values: Array<number | null>): Reading[] => values.map((value) => of(value));

  it('fires where every one of a few windows is above the one before, by enough', () => {
    expect(judgeSteadyTrend(rise, windows(100, 110, 120, 130, 140, 150)).observation).toEqual(firing);
    expect(judgeSteadyTrend(rise, windows(100, 101, 102, 103, 104, 105)).observation).toEqual(recovered);
  });

  it('does not fire where one step goes the other way', () => {
    expect(judgeSteadyTrend(rise, windows(100, 110, 108, 130, 140, 150)).observation).toEqual(recovered);
  });

  it('forgives a step the other way among eight and more, where chance can be told apart', () => {
    const eight = { ...rise, windows: 8 };
    expect(judgeSteadyTrend(eight, windows(100, 110, 108, 130, 140, 150, 160, 170)).observation).toEqual(firing);
    expect(judgeSteadyTrend(eight, windows(100, 170, 90, 160, 80, 180, 70, 190)).observation).toEqual(recovered);
  });

  it('looks for a fall as it does for a rise', () => {
    const fall = { ...rise, direction: 'fall' as const };
    expect(judgeSteadyTrend(fall, windows(150, 140, 130, 120, 110, 100)).observation).toEqual(firing);
    expect(judgeSteadyTrend(fall, windows(100, 110, 120, 130, 140, 150)).observation).toEqual(recovered);
  });

  it('has no data while a window is missing, or where the middle is nothing', () => {
    expect(judgeSteadyTrend(rise, windows(100, 110, null, 130, 140, 150)).observation).toEqual(noData);
    expect(judgeSteadyTrend(rise, windows(0, 0, 0, 0, 0, 1)).observation).toEqual(noData);
  });
});
