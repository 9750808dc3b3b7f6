import { storedRule } from '../../src/contract/alerting/testing/storedRule';
import type { AlertEvaluations, DueRule } from '../domain/alerting/evaluation/AlertEvaluations';
import { QueryProblem } from '../domain/alerting/evaluation/Ask';
import type { EvidenceSource } from '../domain/alerting/evidence/Evidence';
import { emptyEvidence } from '../domain/alerting/evidence/emptyEvidence';
import { silentLogger } from '../lib/Logger';
import { manualClock } from '../lib/testing/manualClock';
import { alertJob } from './alerts';

const rule = (id: string, more: Partial<DueRule> = {}): DueRule => ({
  ...storedRule({ id, name: id }),
  orgId: 7,
  dueAt: 0,
  ...more,
});

/** Rules that are due at once, and what was kept of them. */
function waiting(...rules: DueRule[]) {
  const kept: Array<[id: string, finding: unknown]> = [];
  const evaluations: AlertEvaluations = {
    claim: async (_now, limit) => rules.splice(0, limit),
    forget: async () => 0,
    keep: async ({ id }, { finding }) => {
      kept.push([id, 'failed' in finding ? finding : [...finding.found.values()]]);
      return true;
    },
  };
  return { evaluations, kept };
}

const labels = { page_path: '/cart' };
const poor = emptyEvidence({ values: async () => new Map([['cart', { labels, value: 3000 }]]) });
const from = (evidence: typeof poor): EvidenceSource => ({ of: () => evidence });

const run = (evaluations: AlertEvaluations, evidence: EvidenceSource) =>
  alertJob({ evaluations, evidence, clock: manualClock(), logger: silentLogger }).act(0);

describe('the job that evaluates alert rules', () => {
  it('asks as the rule says, for its organisation, and keeps what it found', async () => {
    const { evaluations, kept } = waiting(rule('a'));
    const asked: unknown[] = [];
    await run(evaluations, {
      of: (orgId) => ({
        ...poor,
        values: (query, window) => {
          asked.push([query.kind, orgId, window.to - window.from]);
          return poor.values(query, window);
        },
      }),
    });
    expect(asked).toEqual([['performance', 7, 300_000]]);
    expect(kept).toEqual([['a', [{ labels, verdict: { observation: { outcome: 'firing' }, value: 3000 } }]]]);
  });

  it('goes on until no rule is due', async () => {
    const { evaluations, kept } = waiting(...Array.from({ length: 25 }, (_, index) => rule(String(index))));
    await run(evaluations, from(poor));
    expect(kept).toHaveLength(25);
  });

  it('asks once what several rules of an organisation ask', async () => {
    const { evaluations, kept } = waiting(rule('a'), rule('b'), rule('other', { orgId: 8 }));
    let asked = 0;
    const counting = emptyEvidence({
      values: (...question) => {
        asked += 1;
        return poor.values(...question);
      },
    });
    await run(evaluations, from(counting));
    expect([asked, kept.length]).toEqual([2, 3]);
  });

  it('takes a query that cannot be answered for a failed evaluation', async () => {
    const { evaluations, kept } = waiting(rule('a'));
    const slow = emptyEvidence({ values: () => Promise.reject(new QueryProblem('The query took too long')) });
    await run(evaluations, from(slow));
    expect(kept).toEqual([['a', { failed: 'The query took too long' }]]);
  });

  it('does not let one rule cost the others theirs', async () => {
    const { evaluations, kept } = waiting(rule('a', { orgId: 13 }), rule('b'));
    const broken = emptyEvidence({ values: () => Promise.reject(new TypeError('a fault of ours')) });
    await run(evaluations, { of: (orgId) => (orgId === 13 ? broken : poor) });
    expect(kept.map(([id]) => id)).toEqual(['b']);
  });

  it('says of a rule that an older version kept why it cannot be evaluated', async () => {
    const { evaluations, kept } = waiting(rule('a', { condition_config: { operator: '>' } }));
    await run(evaluations, from(poor));
    expect(kept).toEqual([['a', { failed: expect.stringContaining('condition_config') }]]);
  });
});
