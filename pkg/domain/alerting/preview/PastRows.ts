import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import type { EvidenceHistory, GroupRows } from './EvidenceHistory';
import type { PastWindows } from './pastWindowsOf';

/** The rows that queries of a condition ask for, each read once. */
export class PastRows {
  readonly cut: PastWindows['cut'];
  private readonly history: EvidenceHistory;
  private readonly queries: readonly ConditionQuery[];
  private readonly read = new Map<string, Promise<readonly GroupRows[]>>();

  constructor(history: EvidenceHistory, { queries, cut }: Pick<PastWindows, 'queries' | 'cut'>) {
    this.history = history;
    this.queries = queries;
    this.cut = cut;
  }

  /** How many label sets queries have; reads what all of them ask. */
  async countLabelSets(): Promise<number> {
    const found = await Promise.all(this.queries.map((query) => this.of(query)));
    return Math.max(0, ...found.map((groups) => groups.length));
  }

  of(query: ConditionQuery): Promise<readonly GroupRows[]> {
    const key = JSON.stringify(query);
    const known = this.read.get(key);
    if (known !== undefined) {
      return known;
    }
    const begun = this.history.rows(query, this.cut);
    this.read.set(key, begun);
    return begun;
  }
}
