import type { Change } from '../lifecycle/Life';
import { noDebt, type Debt } from './Debt';
import { dueNotices, type Debtor } from './dueNotices';
import { owe } from './owe';

const minute = 60_000;
const start = Date.parse('2026-11-23T03:00:00Z');
const opened: Change = { kind: 'opened', isFlapping: false };
const resolved: Change = { kind: 'resolved', reason: 'recovered' };

/** A rule with a cooldown of ten minutes and what it sends. */
class Sender {
  now = start;
  lastOpeningAt: number | null = null;
  private readonly debts = new Map<string, Debt>();
  private readonly silenced = new Set<string>();

  happens(id: string, ...changes: Change[]): this {
    for (const change of changes) {
      this.debts.set(id, owe(this.debts.get(id) ?? noDebt, change));
    }
    return this;
  }

  silence(...ids: string[]): this {
    ids.forEach((id) => this.silenced.add(id));
    return this;
  }

  wake(): this {
    this.silenced.clear();
    return this;
  }

  after(minutes: number): this {
    this.now += minutes * minute;
    return this;
  }

  sends(): string[] {
    const debtors: Debtor[] = [...this.debts].map(([id, debt]) => ({ id, debt, isSilenced: this.silenced.has(id) }));
    const due = dueNotices(debtors, this.lastOpeningAt, 10 * minute, this.now);
    this.lastOpeningAt = due.lastOpeningAt;
    due.settled.forEach((debt, id) => this.debts.set(id, debt));
    return due.notices.map(({ kind, instances }) => `${kind}: ${instances.join(' ')}`);
  }
}

describe('messages of a rule', () => {
  it('tell of all new instances at once, and tell nothing twice', () => {
    const sender = new Sender().happens('a', opened).happens('b', opened);
    expect([sender.sends(), sender.sends()]).toEqual([['opened: a b'], []]);
  });

  it('tell of those that open within the cooldown in one message at its end', () => {
    const sender = new Sender().happens('a', opened);
    sender.sends();
    expect(sender.after(1).happens('b', opened).sends()).toEqual([]);
    expect(sender.after(1).happens('c', opened).sends()).toEqual([]);
    expect(sender.after(8).sends()).toEqual(['opened: b c']);
  });

  it('tell of an end at once, but never of an instance that nobody had heard of', () => {
    const sender = new Sender().happens('a', opened);
    sender.sends();
    sender.after(1).happens('b', opened, resolved).happens('a', resolved);
    expect(sender.sends()).toEqual(['resolved: a']);
    expect(sender.after(20).sends()).toEqual([]);
  });

  it('do not remind of what was acknowledged before the reminder went out', () => {
    const sender = new Sender().happens('a', opened);
    sender.sends();
    expect(sender.happens('a', { kind: 'reminder' }, { kind: 'acknowledged' }).sends()).toEqual([]);
  });

  it('remind although new ones have to wait', () => {
    const sender = new Sender().happens('a', opened);
    sender.sends();
    expect(sender.after(1).happens('a', { kind: 'reminder' }).happens('b', opened).sends()).toEqual(['reminder: a']);
  });
});

describe('a silence', () => {
  it('holds what is owed, and at its end one message goes out for what still fires', () => {
    const sender = new Sender().silence('a', 'b').happens('a', opened).happens('b', opened);
    expect(sender.sends()).toEqual([]);
    sender.after(5).happens('a', { kind: 'reminder' }).happens('b', resolved);
    expect(sender.sends()).toEqual([]);
    expect(sender.wake().sends()).toEqual(['opened: a']);
  });

  it('does not swallow the end of what people know of', () => {
    const sender = new Sender().happens('a', opened);
    sender.sends();
    expect(sender.silence('a').happens('a', { kind: 'reminder' }, resolved).sends()).toEqual([]);
    expect(sender.wake().sends()).toEqual(['resolved: a']);
  });

  it('of one instance does not hold another, nor start its cooldown', () => {
    const sender = new Sender().silence('a').happens('a', opened).happens('b', opened);
    expect(sender.sends()).toEqual(['opened: b']);
    expect(sender.wake().after(1).sends()).toEqual([]);
    expect(sender.after(9).sends()).toEqual(['opened: a']);
  });
});

it('a clock that is set back does not hold messages', () => {
  const sender = new Sender().happens('a', opened);
  sender.sends();
  sender.after(-24 * 60).happens('b', opened);
  expect(sender.sends()).toEqual(['opened: b']);
});

it('an instance that opens again after its end is told of again', () => {
  const sender = new Sender().happens('a', opened);
  sender.sends();
  sender.after(20).happens('a', resolved);
  sender.sends();
  expect(sender.after(20).happens('a', opened).sends()).toEqual(['opened: a']);
});
