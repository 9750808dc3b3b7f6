import type { UrgentRules } from '../domain/alerting/rules/UrgentRules';
import { Bell } from '../lib/Bell';
import type { Clock } from '../lib/Clock';
import { minute, second } from '../lib/duration';
import type { RepeatedJob } from './repeat';

/** Organisations whose errors do not end cost a few statements in this time. */
const pauseMs = second / 2;

/** Has rules over critical errors evaluated as soon as one is stored. What it is told costs nothing until it is done. */
export class CriticalErrorWatch implements RepeatedJob {
  readonly name = 'critical errors';
  readonly everyMs = minute;
  readonly retryMs = second;
  readonly bell = new Bell();
  readonly #rules: UrgentRules;
  readonly #clock: Clock;
  readonly #evaluations: Bell;
  readonly #waiting = new Set<number>();

  /** @param evaluations rung when rules are due */
  constructor(rules: UrgentRules, clock: Clock, evaluations: Bell) {
    this.#rules = rules;
    this.#clock = clock;
    this.#evaluations = evaluations;
  }

  note(orgId: number): void {
    if (!this.#waiting.has(orgId)) {
      this.#waiting.add(orgId);
      this.bell.ring();
    }
  }

  act = async (): Promise<number> => {
    const orgIds = [...this.#waiting];
    // First, so that an error that is stored meanwhile is told of again.
    this.#waiting.clear();
    for (const orgId of orgIds) {
      await this.#hurry(orgId);
    }
    if (orgIds.length > 0) {
      this.#evaluations.ring();
      await this.#clock.sleep(pauseMs);
    }
    return 0;
  };

  async #hurry(orgId: number): Promise<void> {
    let isDone = false;
    try {
      isDone = await this.#rules.hurry(orgId, this.#clock.now());
    } finally {
      if (!isDone) {
        this.note(orgId);
      }
    }
  }
}
