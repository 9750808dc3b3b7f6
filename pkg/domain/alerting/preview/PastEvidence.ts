import { usualCalculation } from '../../../../src/contract/query/calculationsByKind';
import { dataKinds } from '../../../../src/contract/query/kinds';
import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import type { Answer } from '../evaluation/Ask';
import type { Window } from '../evaluation/windowsOf';
import type { Evidence, GroupName } from '../evidence/Evidence';
import { serviceInterval } from '../evidence/serviceInterval';
import { labelsKey, type Labels } from '../labels/labelsKey';
import type { Cut, EvidenceHistory, Moments } from './EvidenceHistory';
import { GroupHistory } from './GroupHistory';
import { lowerBound } from './lowerBound';
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

/** Evidence of many evaluations one after another, read from the history at once when the first of them asks. */
export class PastEvidence {
  private readonly history: EvidenceHistory;
  private readonly steps: Steps;
  private readonly windows: PastWindows;
  /** By what was asked: everything that was read. */
  private readonly read = new Map<string, Promise<unknown>>();

  constructor(history: EvidenceHistory, steps: Steps, windows: PastWindows) {
    this.history = history;
    this.steps = steps;
    this.windows = windows;
  }

  /** How many label sets queries have; reads what all of them ask. */
  async countLabelSets(): Promise<number> {
    const tables = await Promise.all(this.windows.queries.map((query) => this.groupsOf(query)));
    return Math.max(0, ...tables.map((groups) => groups.length));
  }

  /** As it was at an instant of the steps. */
  at(at: number): Evidence {
    const { first, stepMs, count } = this.steps;
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
    const { cut } = this.windows;
    const from = (window.from - cut.from) / cut.widthMs;
    const to = (window.to - cut.from) / cut.widthMs;
    const isGrouped = (query.groupBy ?? []).length > 0;
    const answers: Array<[string, Answer]> = [];
    for (const { key, labels, history } of await this.groupsOf(query)) {
      const { rows, value } = history.valueOf(from, to, window.to - window.from);
      if (rows > 0 || !isGrouped) {
        answers.push([key, { labels, value }]);
      }
    }
    // As the database answers: where a rule may have only some label sets, they are the same ones.
    return new Map(answers.sort(([, one], [, other]) => (other.value ?? -Infinity) - (one.value ?? -Infinity)));
  }

  private groupsOf(query: ConditionQuery): Promise<PastGroup[]> {
    return this.once(['values', query], async () => {
      const { cut, stride, phase } = this.windows;
      const found = await this.history.parts(query, cut);
      const isGrouped = (query.groupBy ?? []).length > 0;
      const groups = found.length === 0 && !isGrouped ? [{ labels: {}, pieces: [], parts: [] }] : found;
      const grid = { pieces: piecesOf(cut), stride, phase };
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

function calculationOf({ kind, metric, calculation }: ConditionQuery) {
  const dataKind = dataKinds.find((candidate) => candidate === kind) ?? 'events';
  return calculation ?? usualCalculation(dataKind, metric);
}

function piecesOf({ from, to, widthMs }: Cut): number {
  return Math.round((to - from) / widthMs);
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
