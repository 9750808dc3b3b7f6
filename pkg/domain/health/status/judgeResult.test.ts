import fc from 'fast-check';
import { newCheckMemory, type CheckMemory, type ProbeOutcome, type StatusRules } from './CheckMemory';
import { judgeResult } from './judgeResult';

const minute = 60_000;
const usual: StatusRules = { failuresToDown: 3, successesToRecover: 2, degradedMs: 500, degradedErrorRate: null };
const letters = { healthy: '+', degraded: '~', down: '-' };
const outcomes: Record<string, ProbeOutcome['outcome']> = { f: 'failed', w: 'warned' };

/** Lives through a story of one letter a minute: p passed, s slow, w warned, f failed. */
function live(story: string, rules: Partial<StatusRules> = {}): CheckMemory[] {
  let memory = newCheckMemory;
  return [...story].map((letter, index) => {
    const responseTimeMs = letter === 's' ? 501 : letter === 'f' ? null : 500;
    const result = { at: index * minute, outcome: outcomes[letter] ?? ('passed' as const), responseTimeMs };
    memory = judgeResult(memory, result, { ...usual, ...rules }).memory;
    return memory;
  });
}

/** The status after each letter: + healthy, ~ degraded, - down. */
function statuses(story: string, rules: Partial<StatusRules> = {}): string {
  return live(story, rules)
    .map(({ status }) => (status === null ? '?' : letters[status]))
    .join('');
}

describe('the status of a service', () => {
  it.each([
    ['is healthy as long as its probes pass', 'ppp', '+++'],
    ['is degraded while it answers slowly', 'psp', '+~+'],
    ['is degraded while an assertion warns', 'pwp', '+~+'],
    ['is not down before the third failure in a row', 'pffpfff', '++++++-'],
    ['stays down until two probes have passed in a row', 'fffpfpp', '~~----+'],
    ['is degraded by a first failure that is not confirmed', 'ffp', '~~+'],
    ['stays degraded while a failure is not confirmed', 'sfp', '~~+'],
    ['is degraded, not healthy, when it comes back slowly', 'pfffss', '+++--~'],
  ])('%s', (_what, story, expected) => {
    expect(statuses(story)).toBe(expected);
  });

  it('is down at once where one failure is enough, and back at once where one success is', () => {
    expect(statuses('pfp', { failuresToDown: 1, successesToRecover: 1 })).toBe('+-+');
  });

  it('is degraded while more of the last ten results failed than the rule allows', () => {
    const rules = { failuresToDown: 5, degradedErrorRate: 0.1 };
    expect(statuses('pppppppppfpfpppppppppp', rules)).toBe('+++++++++++~~~~~~~~+++');
  });

  it('takes no time for slow where the rule names none', () => {
    expect(statuses('s', { degradedMs: null })).toBe('+');
  });
});

describe('what is remembered of a check', () => {
  it('says since when the status is what it is', () => {
    expect(live('ppfff').map(({ statusSince }) => statusSince)).toEqual([0, 0, 0, 0, 4 * minute]);
  });

  it('says when trouble began, which is before it was confirmed', () => {
    expect(live('ppfffpp').map(({ troubleSince }) => troubleSince)).toEqual([
      null,
      null,
      ...Array.from({ length: 4 }, () => 2 * minute),
      null,
    ]);
  });

  it('forgets trouble that was never confirmed', () => {
    expect(live('pfpf').at(-1)?.troubleSince).toBe(3 * minute);
  });
});

it('in any story a service is down exactly from a confirmed failure to a confirmed recovery', () => {
  const story = fc.string({ unit: fc.constantFrom('p', 's', 'w', 'f'), minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(story, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (told, failures, successes) => {
      const found = statuses(told, { failuresToDown: failures, successesToRecover: successes });
      [...told].forEach((_letter, index) => {
        const soFar = told.slice(0, index + 1);
        const confirmed = soFar.lastIndexOf('f'.repeat(failures));
        const afterwards = confirmed < 0 ? '' : soFar.slice(confirmed + failures);
        const recovered = new RegExp(`[psw]{${String(successes)}}`).test(afterwards);
        expect(found[index] === '-').toBe(confirmed >= 0 && !recovered);
      });
    })
  );
});
