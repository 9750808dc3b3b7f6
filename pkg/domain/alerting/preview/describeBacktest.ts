import { describeDuration } from '../../../../src/contract/alerting/describeDuration';
import type {
  AlertPreview,
  PreviewedInstance,
  PreviewedSeries,
} from '../../../../src/contract/resources/alertPreviews';
import { intervalOf, type RuleToJudge } from '../evaluation/ruleSettingsOf';
import type { Window } from '../evaluation/windowsOf';
import { labelsKey } from '../labels/labelsKey';
import { limitsOf } from '../triggered/limitsOf';
import type { BacktestRecord, RecordedInstance, RecordedSeries } from './BacktestRecord';
import type { Steps } from './stepsOf';

/** Instances that an answer lists. */
const mostInstances = 500;
/** Lines that a chart can tell apart. */
const mostSeries = 20;

export interface Backtest {
  rule: RuleToJudge;
  range: Window;
  steps: Steps;
  record: BacktestRecord;
  /** What a person must know of how it was made. */
  notes?: readonly string[];
}

/** A backtest as it is answered. */
export function describeBacktest({ rule, range, steps, record, notes = [] }: Backtest): AlertPreview {
  const { times, instances } = record;
  const { limit, recovery } = limitsOf(rule.condition_config);
  return {
    from: iso(range.from),
    to: iso(range.to),
    evaluations: steps.count,
    step_seconds: steps.stepMs / 1000,
    failed: record.failed,
    error: record.error,
    instances: instances.slice(0, mostInstances).map(instanceOf),
    instance_count: instances.length,
    suppressed: record.suppressed,
    limit,
    recovery_limit: recovery,
    times: times.map(iso),
    series: chosen(record).map((series) => seriesOf(series, times.length)),
    label_sets: record.series.size,
    notes: [...notes, ...notesOn(rule, steps, record)],
  };
}

function notesOn(rule: RuleToJudge, { stepMs }: Steps, { instances, series }: BacktestRecord): string[] {
  const intervalMs = intervalOf(rule);
  return [
    ...(stepMs > intervalMs
      ? [
          `Evaluated every ${describeDuration(stepMs / 1000)} instead of every ${describeDuration(intervalMs / 1000)}; choose a shorter range for more.`,
        ]
      : []),
    ...(instances.length > mostInstances ? [`Only the first ${mostInstances} of ${instances.length} are listed.`] : []),
    ...(series.size > mostSeries ? [`The chart shows ${mostSeries} of ${series.size} label sets.`] : []),
  ];
}

/** Label sets with instances first, in the order in which they fired, then the others. */
function chosen({ instances, series }: BacktestRecord): RecordedSeries[] {
  const fired = new Set(instances.filter(({ concern }) => concern === 'condition').map((one) => labelsKey(one.labels)));
  const keys = new Set([...fired, ...series.keys()]);
  return [...keys].flatMap((key) => series.get(key) ?? []).slice(0, mostSeries);
}

function instanceOf({ labels, concern, subject, startedAt, endedAt, peak }: RecordedInstance): PreviewedInstance {
  return {
    labels,
    concern,
    subject,
    started_at: iso(startedAt),
    ended_at: endedAt === null ? null : iso(endedAt),
    peak_value: peak,
  };
}

function seriesOf({ labels, values }: RecordedSeries, points: number): PreviewedSeries {
  return { labels, values: Array.from({ length: points }, (_, point) => values[point] ?? null) };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
