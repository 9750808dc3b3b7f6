import { act, end } from './act';
import { newLife, type Change, type Life, type LifeSettings, type Observation, type Step } from './Life';
import { observe } from './observe';

const minute = 60_000;
const start = Date.parse('2026-11-23T03:00:00Z');
const settings: LifeSettings = {
  forMs: 0,
  keepFiringMs: 0,
  cooldownMs: 10 * minute,
  reminderMs: null,
  noData: 'keep',
  staleMs: 24 * 60 * minute,
};
const firing: Observation = { outcome: 'firing' };
const recovered: Observation = { outcome: 'normal', isRecovered: true };
const hovering: Observation = { outcome: 'normal', isRecovered: false };
const noData: Observation = { outcome: 'no data' };
const failed: Observation = { outcome: 'error' };

/** A life that is driven minute by minute. */
class Story {
  life: Life = newLife;
  now = start;
  readonly changes: Array<Change['kind']> = [];
  private readonly settings: LifeSettings;

  constructor(changed: Partial<LifeSettings> = {}) {
    this.settings = { ...settings, ...changed };
  }

  /** Evaluates once a minute, once for each observation. */
  see(...observations: Observation[]): this {
    for (const observation of observations) {
      this.take(observe(this.life, observation, this.settings, this.now));
      this.now += minute;
    }
    return this;
  }

  does(kind: 'unacknowledge' | 'resolve' | 'acknowledge', until: number | null = null): this {
    const step = act(this.life, kind === 'acknowledge' ? { kind, until } : { kind }, this.now);
    if (step === undefined) {
      throw new Error(`cannot ${kind}`);
    }
    return this.take(step);
  }

  take({ life, change }: Step): this {
    this.life = life;
    if (change !== null) {
      this.changes.push(change.kind);
    }
    return this;
  }

  get status(): string {
    return this.life.open?.status ?? (this.life.pendingSince === null ? 'none' : 'pending');
  }
}

const times = (count: number, observation: Observation): Observation[] =>
  Array.from({ length: count }, () => observation);

describe('a set of labels without an instance', () => {
  it('opens at once where the rule does not wait', () => {
    const story = new Story().see(firing);
    expect([story.status, story.changes]).toEqual(['active', ['opened']]);
  });

  it('waits for as long as the rule says, and opens when that time is full', () => {
    const story = new Story({ forMs: 3 * minute }).see(firing, firing, firing);
    expect(story.status).toBe('pending');
    expect(story.see(firing).changes).toEqual(['pending', 'opened']);
  });

  it.each([
    ['is normal', hovering],
    ['has no data', noData],
  ])('starts to wait anew after it %s', (_what, observation) => {
    const story = new Story({ forMs: 2 * minute }).see(firing, firing, observation, firing, firing);
    expect([story.status, story.changes]).toEqual(['pending', ['pending', 'cleared', 'pending']]);
  });

  it('goes on waiting through an evaluation that failed', () => {
    expect(new Story({ forMs: 2 * minute }).see(firing, failed, firing).status).toBe('active');
  });

  it('does not open again within the cooldown after a recovery, and counts what it kept back', () => {
    const story = new Story().see(firing, recovered, ...times(9, firing));
    expect([story.status, story.life.suppressed]).toEqual(['none', 9]);
    expect([story.see(firing).status, story.life.suppressed]).toEqual(['active', 0]);
  });

  it('waits for one normal evaluation after a person resolved it, however long that takes', () => {
    const story = new Story().see(firing).does('resolve');
    expect(story.see(...times(30, firing)).status).toBe('none');
    expect(story.see(hovering, firing).status).toBe('active');
  });

  it('waits for the end of the cooldown too after a person resolved it', () => {
    const story = new Story().see(firing).does('resolve').see(hovering, firing);
    expect(story.status).toBe('none');
  });
});

describe('an open instance', () => {
  it('stays as it is while it fires, and counts', () => {
    const story = new Story().see(...times(5, firing));
    expect([story.changes, story.life.open?.firings]).toEqual([['opened'], 5]);
  });

  it('is resolved by the first recovered evaluation', () => {
    expect(new Story().see(firing, recovered).changes).toEqual(['opened', 'resolved']);
  });

  it('stays open between threshold and recovery value', () => {
    expect(new Story().see(firing, ...times(100, hovering)).status).toBe('active');
  });

  it('is resolved only after it was recovered for as long as the rule says, without a break', () => {
    const story = new Story({ keepFiringMs: 3 * minute }).see(firing, recovered, recovered, hovering, recovered);
    expect(story.see(recovered, recovered).status).toBe('active');
    expect(story.see(recovered).status).toBe('none');
  });

  it.each([
    ['no data', noData],
    ['a failed evaluation', failed],
  ])('is never resolved by %s', (_what, observation) => {
    expect(new Story().see(firing, ...times(60, observation)).status).toBe('active');
  });

  it('is resolved by no data where the rule takes that for normal', () => {
    expect(new Story({ noData: 'normal' }).see(firing, noData).status).toBe('none');
  });

  it('is resolved after a day without data, and says why', () => {
    const story = new Story({ staleMs: 5 * minute }).see(firing, ...times(4, noData));
    expect(story.status).toBe('active');
    expect(observe(story.life, noData, { ...settings, staleMs: 5 * minute }, story.now).change).toEqual({
      kind: 'resolved',
      reason: 'stale',
    });
  });

  it('reminds while it is active, not while somebody has it', () => {
    const story = new Story({ reminderMs: 2 * minute }).see(...times(5, firing));
    expect(story.changes).toEqual(['opened', 'reminder', 'reminder']);
    story.does('acknowledge').see(...times(10, firing));
    expect(story.changes.slice(3)).toEqual(['acknowledged']);
    story.does('unacknowledge').see(firing, firing, firing);
    expect(story.changes.slice(4)).toEqual(['unacknowledged', 'reminder']);
  });

  it('is active again when an acknowledgement ends', () => {
    const story = new Story().see(firing).does('acknowledge', start + 5 * minute);
    expect(story.see(...times(4, firing)).status).toBe('acknowledged');
    expect(story.see(firing).changes).toEqual(['opened', 'acknowledged', 'acknowledgement expired']);
  });

  it('recovers while it is acknowledged', () => {
    expect(new Story().see(firing).does('acknowledge').see(recovered).status).toBe('none');
  });

  it('that opened for the third time within an hour stays open until it was quiet for 15 minutes', () => {
    const story = new Story({ cooldownMs: minute }).see(firing, recovered, firing, recovered, firing);
    expect(story.life.open?.isFlapping).toBe(true);
    story.see(...times(14, recovered), firing, ...times(15, recovered));
    expect(story.status).toBe('active');
    expect(story.see(recovered).changes.at(-1)).toBe('resolved');
  });

  it('is not flapping when its openings lie further apart than six cooldowns and an hour', () => {
    const story = new Story({ cooldownMs: 0 });
    for (let round = 0; round < 5; round += 1) {
      story.see(firing, recovered, ...times(28, recovered));
    }
    expect(story.see(firing).life.open?.isFlapping).toBe(false);
  });
});

describe('acts', () => {
  it('are refused in a state that is not theirs', () => {
    const open = new Story().see(firing);
    expect(act(newLife, { kind: 'acknowledge', until: null }, start)).toBeUndefined();
    expect(act(newLife, { kind: 'resolve' }, start)).toBeUndefined();
    expect(act(open.life, { kind: 'unacknowledge' }, start)).toBeUndefined();
    open.does('acknowledge');
    expect(act(open.life, { kind: 'acknowledge', until: null }, start)).toBeUndefined();
  });
});

describe('the end of a rule', () => {
  it('resolves what is open, with the reason', () => {
    const { life } = new Story().see(firing);
    expect(end(life, 'rule deleted', start + minute).change).toEqual({ kind: 'resolved', reason: 'rule deleted' });
  });

  it('ends a wait, and leaves the rest alone', () => {
    expect(end(new Story({ forMs: minute }).see(firing).life, 'rule disabled', start).change?.kind).toBe('cleared');
    expect(end(newLife, 'rule disabled', start)).toEqual({ life: newLife, change: null });
  });
});

describe('a clock that is set back', () => {
  it('makes a wait begin again, and never last longer than that', () => {
    const story = new Story({ forMs: 5 * minute }).see(firing, firing);
    story.now = start - 24 * 60 * minute;
    expect(story.see(...times(5, firing)).status).toBe('pending');
    expect(story.see(firing).status).toBe('active');
  });

  it('does not prolong a cooldown beyond its length', () => {
    const story = new Story().see(firing, recovered);
    story.now = start - 24 * 60 * minute;
    expect(story.see(...times(10, firing)).status).toBe('none');
    expect(story.see(firing).status).toBe('active');
  });
});
