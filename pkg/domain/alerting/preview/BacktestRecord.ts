import type { Concern, Finding, Outcome } from '../evaluation/RuleMemory';
import { setKeyOf } from '../evaluation/LabelSets';
import type { RuleToJudge } from '../evaluation/ruleSettingsOf';
import type { Labels } from '../labels/labelsKey';
import type { Steps } from './stepsOf';

/** An instance that would have been. Epoch milliseconds; null: still open at the end. */
export interface RecordedInstance {
  labels: Labels;
  concern: Concern;
  subject: string | null;
  startedAt: number;
  endedAt: number | null;
  peak: number | null;
}

export interface RecordedSeries {
  labels: Labels;
  /** By point; null: no data. */
  values: Array<number | null>;
}

/** Points of a chart at most: more than a screen shows. */
const mostPoints = 500;

/** What a rule did while it was tried. */
export class BacktestRecord {
  /** By their beginning. */
  readonly instances: RecordedInstance[] = [];
  readonly series = new Map<string, RecordedSeries>();
  suppressed = 0;
  failed = 0;
  /** Why the latest evaluation that failed did. */
  error: string | null = null;
  private readonly open = new Map<string, RecordedInstance>();
  private readonly looksBelow: boolean;
  private readonly steps: Steps;
  /** Evaluations that share a point. */
  private readonly perPoint: number;

  constructor({ condition_config }: Pick<RuleToJudge, 'condition_config'>, steps: Steps) {
    const { operator } = condition_config;
    this.looksBelow = typeof operator === 'string' && operator.startsWith('<');
    this.steps = steps;
    this.perPoint = Math.max(1, Math.ceil(steps.count / mostPoints));
  }

  /** Instants of the points: of the last evaluation that each stands for. */
  get times(): number[] {
    const { first, stepMs, count } = this.steps;
    const points = Math.ceil(count / this.perPoint);
    return Array.from({ length: points }, (_, point) => {
      const last = Math.min((point + 1) * this.perPoint, count) - 1;
      return first + last * stepMs;
    });
  }

  /** Notes what an evaluation found, and what became of it. */
  take(index: number, finding: Finding, outcomes: readonly Outcome[]): void {
    const at = this.steps.first + index * this.steps.stepMs;
    if ('failed' in finding) {
      this.failed += 1;
      this.error = finding.failed;
    } else {
      const point = Math.floor(index / this.perPoint);
      for (const [key, { labels, verdict }] of finding.found) {
        this.plot(key, labels, point, verdict.value);
      }
    }
    outcomes.forEach((outcome) => this.note(outcome, at));
  }

  private plot(key: string, labels: Labels, point: number, value: number | null): void {
    let series = this.series.get(key);
    if (series === undefined) {
      series = { labels, values: [] };
      this.series.set(key, series);
    }
    while (series.values.length <= point) {
      series.values.push(null);
    }
    series.values[point] = this.worse(series.values[point] ?? null, value);
  }

  private note({ set, change, value, subject }: Outcome, at: number): void {
    const key = setKeyOf(set.concern, set.labels);
    if (change?.kind === 'suppressed') {
      this.suppressed += 1;
    }
    if (change?.kind === 'opened') {
      const { labels, concern } = set;
      const named = subject ?? null;
      const instance: RecordedInstance = { labels, concern, subject: named, startedAt: at, endedAt: null, peak: value };
      this.instances.push(instance);
      this.open.set(key, instance);
      return;
    }
    const instance = this.open.get(key);
    if (instance === undefined) {
      return;
    }
    if (change?.kind === 'resolved') {
      instance.endedAt = at;
      this.open.delete(key);
    } else {
      instance.peak = this.worse(instance.peak, value);
    }
  }

  /** The one of two values that is further beyond a limit. */
  private worse(one: number | null, other: number | null): number | null {
    if (one === null || other === null) {
      return one ?? other;
    }
    return this.looksBelow ? Math.min(one, other) : Math.max(one, other);
  }
}
