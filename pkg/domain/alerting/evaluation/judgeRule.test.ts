import { defaultLabelSets } from '../../../../src/contract/alerting/words';
import type { Verdict } from '../conditions/Reading';
import { labelsKey, type Labels } from '../labels/labelsKey';
import { judgeRule } from './judgeRule';
import { emptyMemory, type Finding, type RuleMemory, type RuleSettings } from './RuleMemory';

const minute = 60_000;
const hour = 60 * minute;
const settings: RuleSettings = {
  forMs: 0,
  keepFiringMs: 0,
  cooldownMs: 10 * minute,
  reminderMs: null,
  noData: 'keep',
  staleMs: 24 * hour,
  onError: 'alert',
  maxLabelSets: defaultLabelSets,
};
const high: Verdict = { observation: { outcome: 'firing' }, value: 9 };
const low: Verdict = { observation: { outcome: 'normal', isRecovered: true }, value: 1 };
const page = (path: string): Labels => ({ page_path: path });

/** A rule that is evaluated minute by minute. */
class Rule {
  memory: RuleMemory = emptyMemory;
  now = Date.parse('2026-11-23T03:00:00Z');
  private readonly settings: RuleSettings;

  constructor(changed: Partial<RuleSettings> = {}) {
    this.settings = { ...settings, ...changed };
  }

  /** What changed: `concern labels change`. */
  finds(...found: Array<[Labels, Verdict]>): string[] {
    return this.takes({
      found: new Map(found.map(([labels, verdict]) => [labelsKey(labels), { labels, verdict }])),
    });
  }

  takes(finding: Finding): string[] {
    const { memory, outcomes } = judgeRule(this.memory, finding, this.settings, this.now);
    this.memory = memory;
    this.now += minute;
    return outcomes.flatMap(({ set, change }) =>
      change === null
        ? []
        : [
            `${set.concern} ${Object.values(set.labels).join()} ${change.kind === 'resolved' ? change.reason : change.kind}`,
          ]
    );
  }

  get open(): number {
    return [...this.memory.sets.values()].filter(({ life }) => life.open !== null).length;
  }
}

const fails: Finding = { failed: 'took longer than 10 s' };

describe('label sets of a rule', () => {
  it('live each by itself', () => {
    const rule = new Rule();
    expect(rule.finds([page('/a'), high], [page('/b'), low])).toEqual(['condition /a opened']);
    expect(rule.finds([page('/a'), high], [page('/b'), high])).toEqual(['condition /b opened']);
    expect(rule.finds([page('/a'), low], [page('/b'), high])).toEqual(['condition /a recovered']);
  });

  it('are one and the same in whatever order their labels come', () => {
    const rule = new Rule();
    rule.finds([{ app: 'shop', page_path: '/a' }, high]);
    expect(rule.finds([{ page_path: '/a', app: 'shop' }, high])).toEqual([]);
    expect(rule.open).toBe(1);
  });

  it('stay open when they are no longer found, until a day has passed', () => {
    const rule = new Rule();
    rule.finds([page('/a'), high]);
    expect(rule.finds([page('/b'), low])).toEqual([]);
    rule.now += 24 * hour;
    expect(rule.finds([page('/b'), low])).toEqual(['condition /a stale']);
  });

  it('are forgotten once nothing depends on them', () => {
    const rule = new Rule();
    rule.finds([page('/a'), low], [page('/b'), high]);
    expect(rule.memory.sets.size).toBe(1);
    rule.finds([page('/b'), low]);
    expect(rule.memory.sets.size).toBe(1);
    rule.now += 2 * hour;
    rule.finds([page('/b'), low]);
    expect(rule.memory.sets.size).toBe(0);
  });
});

describe('more label sets than a rule may have', () => {
  const many = (count: number, verdict: Verdict): Array<[Labels, Verdict]> =>
    Array.from({ length: count }, (_, index) => [page(`/${index}`), verdict]);

  it('become one instance that counts what was left out', () => {
    const rule = new Rule({ maxLabelSets: 3 });
    const { outcomes } = judgeRule(
      emptyMemory,
      { found: new Map(many(10, high).map(([labels, verdict]) => [labelsKey(labels), { labels, verdict }])) },
      { ...settings, maxLabelSets: 3 },
      rule.now
    );
    expect(outcomes.map(({ set }) => set.concern)).toEqual(['condition', 'condition', 'condition', 'too many']);
    expect(outcomes.at(-1)?.value).toBe(7);
  });

  it('do not push out those that are open, and come in when those end', () => {
    const rule = new Rule({ maxLabelSets: 1 });
    rule.finds([page('/z'), high]);
    expect(rule.finds([page('/a'), high], [page('/z'), high])).toEqual(['too many  opened']);
    expect(rule.finds([page('/a'), high], [page('/z'), low])).toEqual(['condition /z recovered']);
    expect(rule.finds([page('/a'), high])).toEqual(['condition /a opened', 'too many  recovered']);
  });

  it('do not matter while they are normal', () => {
    expect(new Rule({ maxLabelSets: 3 }).finds(...many(1000, low))).toEqual([]);
  });
});

describe('an evaluation that fails', () => {
  it('changes nothing, and is told after three in a row', () => {
    const rule = new Rule();
    rule.finds([page('/a'), high]);
    expect([rule.takes(fails), rule.takes(fails)]).toEqual([[], []]);
    expect(rule.takes(fails)).toEqual(['error  opened']);
    expect(rule.open).toBe(2);
    expect(rule.finds([page('/a'), high])).toEqual(['error  recovered']);
  });

  it('is counted from the start again after one that worked', () => {
    const rule = new Rule();
    rule.takes(fails);
    rule.takes(fails);
    rule.finds();
    expect([rule.takes(fails), rule.takes(fails)]).toEqual([[], []]);
  });

  it('is not told where the rule does not want it', () => {
    const rule = new Rule({ onError: 'keep' });
    expect([1, 2, 3, 4, 5].flatMap(() => rule.takes(fails))).toEqual([]);
    expect(rule.memory.errorsInARow).toBe(5);
  });
});

describe('no data', () => {
  it('of one label set opens an instance of its own where the rule asks for it, beside the one that is open', () => {
    const rule = new Rule({ noData: 'alert' });
    rule.finds([page('/a'), high], [page('/b'), low]);
    expect(rule.finds([page('/b'), low])).toEqual(['no data /a opened']);
    expect(rule.open).toBe(2);
    expect(rule.finds([page('/a'), low], [page('/b'), low])).toEqual([
      'condition /a recovered',
      'no data /a recovered',
    ]);
  });

  it('at all opens one instance without labels, and ends with the first data', () => {
    const rule = new Rule({ noData: 'alert' });
    expect(rule.finds()).toEqual(['no data  opened']);
    expect(rule.finds()).toEqual([]);
    expect(rule.finds([page('/a'), low])).toEqual(['no data  recovered']);
  });

  it('of a rule without groups opens one instance, not one that opens and ends at once', () => {
    const rule = new Rule({ noData: 'alert' });
    rule.finds([{}, low]);
    expect([rule.finds(), rule.finds()]).toEqual([['no data  opened'], []]);
    expect(rule.finds([{}, low])).toEqual(['no data  recovered']);
  });

  it('is never told as a recovery when a label set is gone for good', () => {
    const rule = new Rule({ noData: 'alert' });
    rule.finds([page('/a'), low], [page('/b'), low]);
    const told: string[] = [];
    for (let hours = 0; hours < 80; hours += 1) {
      told.push(...rule.finds([page('/b'), low]));
      rule.now += hour;
    }
    expect(told).toEqual(['no data /a opened', 'no data /a stale']);
  });

  it('is nothing to a rule that keeps things as they are', () => {
    expect([new Rule().finds(), new Rule({ noData: 'normal' }).finds()]).toEqual([[], []]);
  });
});
