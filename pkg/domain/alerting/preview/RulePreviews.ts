import type { AlertPreview } from '../../../../src/contract/resources/alertPreviews';
import type { CreateAlertRule, RuleEvaluation } from '../../../../src/contract/resources/alertRules';
import type { Clock } from '../../../lib/Clock';
import { QueryProblem } from '../evaluation/Ask';
import { findVerdicts } from '../evaluation/findVerdicts';
import type { Finding } from '../evaluation/RuleMemory';
import { intervalOf, type RuleToJudge } from '../evaluation/ruleSettingsOf';
import { summariseEvaluation } from '../evaluation/summariseEvaluation';
import type { Window } from '../evaluation/windowsOf';
import type { EvidenceSource } from '../evidence/Evidence';
import { readCondition } from '../rules/readCondition';
import { ruleDefaults } from '../rules/ruleDefaults';
import { RuleProblem } from '../rules/RuleProblem';
import type { AlertPreviews } from './AlertPreviews';
import { backtest } from './backtest';
import { describeBacktest } from './describeBacktest';
import type { HistorySource } from './EvidenceHistory';
import { PastEvidence } from './PastEvidence';
import { PastRows } from './PastRows';
import { pastWindowsOf } from './pastWindowsOf';
import { stepsOf, thinned } from './stepsOf';

/** Evaluations of one preview at most: a week by the minute. */
const mostEvaluations = 7 * 24 * 60;
/** Label sets times evaluations: 50 pages by the minute over a week take a second or two. */
const mostVerdicts = 505_000;

/** Tries rules with the code that evaluates stored ones. */
export class RulePreviews implements AlertPreviews {
  readonly #source: EvidenceSource;
  readonly #past: HistorySource;
  readonly #clock: Clock;

  constructor(source: EvidenceSource, past: HistorySource, clock: Clock) {
    this.#source = source;
    this.#past = past;
    this.#clock = clock;
  }

  async preview(orgId: number, rule: CreateAlertRule, range: Window, signal?: AbortSignal): Promise<AlertPreview> {
    const tried: RuleToJudge = { ...ruleDefaults, ...rule };
    const condition = readCondition(tried.condition_type, tried.condition_config);
    const intervalMs = intervalOf(tried);
    const every = stepsOf(range, intervalMs, mostEvaluations);
    const history = this.#past.historyOf(orgId, signal);
    const rows = new PastRows(history, await pastWindowsOf(condition, every));
    const affordable = Math.floor(mostVerdicts / Math.max(1, await rows.countLabelSets()));
    const steps = thinned(every, affordable);
    const windows = await pastWindowsOf(condition, steps);
    const past = new PastEvidence({ history, rows, steps, windows, mostLabelSets: tried.max_label_sets });
    const record = await backtest(tried, steps, (at) => past.at(at), signal);
    return describeBacktest({ rule: tried, range, steps, record });
  }

  async evaluateOnce(orgId: number, rule: CreateAlertRule, signal?: AbortSignal): Promise<RuleEvaluation> {
    const at = this.#clock.now();
    const condition = readCondition(rule.condition_type, rule.condition_config);
    const ended = (finding: Finding): RuleEvaluation =>
      summariseEvaluation({ finding, at, durationMs: this.#clock.now() - at });
    try {
      return ended(await findVerdicts(condition, at, this.#source.of(orgId, signal)));
    } catch (error) {
      if (!(error instanceof QueryProblem)) {
        throw error;
      }
      if (error.isLasting) {
        throw new RuleProblem('condition_config', `cannot be evaluated: ${error.message}`);
      }
      return ended({ failed: error.message });
    }
  }
}
