import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import type { Labels } from '../labels/labelsKey';
import type { Window } from './windowsOf';

/** One value of a query; null where there was nothing to calculate from. */
export interface Answer {
  labels: Labels;
  value: number | null;
}

/** A query that could not be answered; the message can be shown. */
export class QueryProblem extends Error {
  override readonly name = 'QueryProblem';
  /** The question is wrong, and will be so whenever it is asked. */
  readonly isLasting: boolean;

  constructor(message: string, { isLasting = false, ...options }: ErrorOptions & { isLasting?: boolean } = {}) {
    super(message, options);
    this.isLasting = isLasting;
  }
}

/**
 * Answers a query for one window: a value for each group, by the key of its labels; one value where nothing is grouped.
 * Throws QueryProblem.
 */
export type Ask = (query: ConditionQuery, window: Window) => Promise<ReadonlyMap<string, Answer>>;
