import { emptyMemory, type RuleMemory, type RuleSettings } from '../evaluation/RuleMemory';
import type { ExternalAlert } from './ExternalAlert';
import { judgeExternal } from './judgeExternal';
import { passTime } from './passTime';

const minute = 60_000;
const settings: RuleSettings = {
  forMs: 0,
  keepFiringMs: 0,
  cooldownMs: 0,
  reminderMs: null,
  noData: 'keep',
  staleMs: 24 * 60 * minute,
  onError: 'alert',
  maxLabelSets: 2,
};
const alert = (name: string, status: 'firing' | 'resolved' = 'firing'): ExternalAlert => ({
  status,
  labels: { alertname: name },
  text: { title: name, message: '', severity: 'medium', triggered: {} },
  value: null,
});

/** A rule of an integration with what it is told, on a clock of its own. */
function story(change: Partial<RuleSettings> = {}) {
  let memory: RuleMemory = emptyMemory;
  let now = 0;
  const told = { ...settings, ...change };
  const kinds = (outcomes: ReturnType<typeof passTime>['outcomes']): unknown[] =>
    outcomes.flatMap(({ set, change: made }) =>
      made === null ? [] : [[set.labels.alertname ?? set.concern, made.kind]]
    );
  return {
    tell: (...alerts: ExternalAlert[]) => {
      const judged = judgeExternal(memory, alerts, told, now);
      memory = judged.memory;
      return kinds(judged.outcomes);
    },
    pass: (ms: number) => {
      now += ms;
      const passed = passTime(memory, told, now);
      memory = passed.memory;
      return kinds(passed.outcomes);
    },
    lives: () => [...memory.sets.values()],
  };
}

describe('alerts of another system', () => {
  it('open once however often they are told, and end when they are resolved', () => {
    const { tell, lives } = story();
    expect(tell(alert('a'))).toEqual([['a', 'opened']]);
    expect(tell(alert('a'), alert('a'))).toEqual([]);
    expect(tell(alert('a', 'resolved'))).toEqual([['a', 'resolved']]);
    expect(tell(alert('a', 'resolved'))).toEqual([]);
    expect(lives().some(({ life }) => life.open !== null)).toBe(false);
  });

  it('that are not spoken of stay as they are', () => {
    const { tell } = story();
    tell(alert('a'), alert('b'));
    expect(tell(alert('b', 'resolved'))).toEqual([['b', 'resolved']]);
    expect(tell(alert('a', 'resolved'))).toEqual([['a', 'resolved']]);
  });

  it('that were never told to fire do not end', () => {
    expect(story().tell(alert('a', 'resolved'))).toEqual([]);
  });

  it('beyond the most a rule may have are counted, not opened, until there is room again', () => {
    const { tell } = story();
    expect(tell(alert('a'), alert('b'), alert('c'))).toEqual([
      ['a', 'opened'],
      ['b', 'opened'],
      ['too many', 'opened'],
    ]);
    expect(tell(alert('a', 'resolved'))).toEqual([
      ['a', 'resolved'],
      ['too many', 'resolved'],
    ]);
  });
});

describe('time that passes without a word of the other system', () => {
  it('changes nothing by itself', () => {
    const { tell, pass, lives } = story();
    tell(alert('a'));
    expect(pass(60 * minute)).toEqual([]);
    expect(lives()[0]?.life.open?.firings).toBe(1);
  });

  it('reminds as often as the rule says', () => {
    const { tell, pass } = story({ reminderMs: 30 * minute });
    tell(alert('a'));
    expect([pass(29 * minute), pass(minute), pass(29 * minute), pass(minute)]).toEqual([
      [],
      [['a', 'reminder']],
      [],
      [['a', 'reminder']],
    ]);
  });

  it('ends what was not heard of for as long as the rule says, also where the rule takes no data for normal', () => {
    const { tell, pass } = story({ staleMs: 60 * minute, reminderMs: 10 * minute, noData: 'normal' });
    tell(alert('a'));
    for (let passed = 10; passed < 60; passed += 10) {
      expect(pass(10 * minute)).toEqual([['a', 'reminder']]);
    }
    expect(pass(10 * minute)).toEqual([['a', 'resolved']]);
  });

  it('ends a recovery that has lasted, and one of a flapping alert after its quiet time', () => {
    const lasting = story({ keepFiringMs: 5 * minute });
    lasting.tell(alert('a'));
    expect(lasting.tell(alert('a', 'resolved'))).toEqual([]);
    expect([lasting.pass(4 * minute), lasting.pass(minute)]).toEqual([[], [['a', 'resolved']]]);

    const flapping = story();
    for (const round of [1, 2, 3]) {
      flapping.tell(alert('a'));
      expect([round, flapping.tell(alert('a', 'resolved'))]).toEqual([round, round < 3 ? [['a', 'resolved']] : []]);
    }
    expect([flapping.pass(14 * minute), flapping.pass(minute)]).toEqual([[], [['a', 'resolved']]]);
  });
});
