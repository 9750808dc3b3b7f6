import { usualCalculation } from '../../../../src/contract/query/calculationsByKind';
import { dataKinds } from '../../../../src/contract/query/kinds';
import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import type { Answer } from '../evaluation/Ask';
import type { Window } from '../evaluation/windowsOf';
import type { Evidence, GroupName } from '../evidence/Evidence';
import { serviceInterval } from '../evidence/serviceInterval';
import { labelsKey, type Labels } from '../labels/labelsKey';
import type { EvidenceHistory, Moments } from './EvidenceHistory';
import { GroupHistory } from './GroupHistory';
import { lowerBound } from './lowerBound';
import type { PastRows } from './PastRows';
import type { PastWindows } from './pastWindowsOf';
import { SlidingDistinct } from './SlidingDistinct';
import type { Steps } from './stepsOf';

interface PastGroup {
  key: string;
  labels: Labels;
  history: GroupHistory;
}

interface PastMoments {
  times: readonly number[];
  distinct: SlidingDistinct;
}

/** What all evaluations of a rule that is tried have in common. */
export interface Past {
  history: EvidenceHistory;
  rows: PastRows;
  steps: Steps;
  /** Of the steps; `rows` may have been read for more of them. */
  windows: Pick<PastWindows, 'firstEnd' | 'strideMs'>;
  /** A rule that may have fewer label sets than there are has the largest ones: their answers come first then. */
  mostLabelSets?: number;
}

/** Evidence of many evaluations one after another, read from the history at once when the first of them asks. */
export class PastEvidence {
  private readonly past: Past;
  private readonly history: EvidenceHistory;
  /** By what was asked: everything that was read. */
  private readonly read = new Map<string, Promise<unknown>>();

  constructor(past: Past) {
    this.past = past;
    this.history = past.history;
  }

  /** As it was at an instant of the steps. */
  at(at: number): Evidence {
    const { first, stepMs, count } = this.past.steps;
    const span = ({ from, to }: Window): Window => ({
      from: from - (at - first),
      to: to + (first + (count - 1) * stepMs - at),
    });
    return {
      values: (query, window) => this.values(query, window),
      countMatches: async (text, window) => {
        const moments = await this.once(['matches', text], async () =>
          pastMoments(await this.history.matches(text, span(window)))
        );
        const { events, distinct } = counted(moments, window);
        return { errors: events, users: distinct };
      },
      newGroups: async (least, window) =>
        during(await this.once(['new', least], () => this.history.newGroups(least, span(window))), window),
      regressedGroups: async (least, window) =>
        during(await this.once(['regressed', least], () => this.history.regressedGroups(least, span(window))), window),
      spreadGroups: async (by, least, window) => {
        const groups = await this.once(['spread', by], async () =>
          (await this.history.spread(by, span(window))).map(({ group, ...moments }) => ({
            group,
            moments: pastMoments(moments),
          }))
        );
        return groups
          .map(({ group, moments }) => ({ group, number: counted(moments, window).distinct }))
          .filter(({ number }) => number >= least)
          .toSorted((one, other) => other.number - one.number);
      },
      countSequences: async (sequence, window) => {
        const ends = await this.once(['sequences', sequence], () => this.history.sequences(sequence, span(window)));
        return lowerBound(ends, window.to) - lowerBound(ends, window.from);
      },
      latestResults: async (service, most, window) => {
        const services = await this.once(['results', service], async () =>
          (await this.history.results(service, span(window))).map(timed)
        );
        return services.flatMap(({ app, service: name, times, results }) => {
          const found = results.slice(lowerBound(times, window.from), lowerBound(times, window.to)).toReversed();
          const intervalMs = serviceInterval(found);
          return found.length === 0 ? [] : [{ app, service: name, intervalMs, results: found.slice(0, most) }];
        });
      },
      certificates: async (window) => {
        const services = await this.once(['certificates'], async () =>
          (await this.history.certificates(span(window))).map(timed)
        );
        return services.flatMap(({ app, service, times, results }) => {
          const latest = results[lowerBound(times, window.to) - 1];
          return latest === undefined || latest.at < window.from ? [] : [{ app, service, expiresAt: latest.expiresAt }];
        });
      },
    };
  }

  private async values(query: ConditionQuery, window: Window): Promise<Map<string, Answer>> {
    const { cut } = this.past.rows;
    const from = (window.from - cut.from) / cut.widthMs;
    const to = (window.to - cut.from) / cut.widthMs;
    const isGrouped = (query.groupBy ?? []).length > 0;
    const groups = await this.groupsOf(query);
    const answers = new Map<string, Answer>();
    for (const { key, labels, history } of groups) {
      if (!isGrouped || history.rowsIn(from, to) > 0) {
        answers.set(key, { labels, value: history.valueOf(from, to, window.to - window.from) });
      }
    }
    const { mostLabelSets = Infinity } = this.past;
    return answers.size > mostLabelSets ? largestFirst(answers) : answers;
  }

  private groupsOf(query: ConditionQuery): Promise<PastGroup[]> {
    return this.once(['values', query], async () => {
      const { rows, windows } = this.past;
      const { cut } = rows;
      const found = await rows.of(query);
      const isGrouped = (query.groupBy ?? []).length > 0;
      const groups = found.length === 0 && !isGrouped ? [{ labels: {}, pieces: new Float64Array() }] : found;
      const grid = {
        pieces: Math.round((cut.to - cut.from) / cut.widthMs),
        stride: windows.strideMs / cut.widthMs,
        phase: (windows.firstEnd - cut.from) / cut.widthMs,
      };
      return groups.map((group) => ({
        key: labelsKey(group.labels),
        labels: group.labels,
        history: new GroupHistory(group, calculationOf(query), grid),
      }));
    });
  }

  private once<T>(asked: readonly unknown[], read: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(asked);
    const known = this.read.get(key) as Promise<T> | undefined;
    if (known !== undefined) {
      return known;
    }
    const begun = read();
    this.read.set(key, begun);
    return begun;
  }
}

/** As the database answers. */
function largestFirst(answers: ReadonlyMap<string, Answer>): Map<string, Answer> {
  return new Map([...answers].sort(([, one], [, other]) => (other.value ?? -Infinity) - (one.value ?? -Infinity)));
}

function calculationOf({ kind, metric, calculation }: ConditionQuery) {
  const dataKind = dataKinds.find((candidate) => candidate === kind) ?? 'events';
  return calculation ?? usualCalculation(dataKind, metric);
}

function pastMoments({ times, whose }: Moments): PastMoments {
  return { times, distinct: new SlidingDistinct(whose) };
}

function counted({ times, distinct }: PastMoments, { from, to }: Window): { events: number; distinct: number } {
  const first = lowerBound(times, from);
  const end = lowerBound(times, to);
  return { events: end - first, distinct: distinct.count(first, end) };
}

/** Groups to which something happened in a window, of a list in the order of time. */
function during(happened: ReadonlyArray<{ group: GroupName; at: number }>, { from, to }: Window): readonly GroupName[] {
  return happened.filter(({ at }) => at >= from && at < to).map(({ group }) => group);
}

/** With the times of its results, to find some by. */
function timed<T extends { results: ReadonlyArray<{ at: number }> }>(one: T): T & { times: number[] } {
  return { ...one, times: one.results.map(({ at }) => at) };
}
