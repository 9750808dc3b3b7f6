import type { Fragment } from '../query/compileStatement';
import { numbersStatement } from './numbersStatement';
import type { PieceQuestion } from './pieceSource';
import { uniquesStatement } from './uniquesStatement';

/** A row of the answer, before percentiles are read out of their sketches. Groups are `g0`, `g1`, … */
export interface SummedRow {
  [group: `g${number}`]: string;
  bucket: number | null;
  value: number | null;
  unit: string | null;
  counted_users: boolean | null;
  counted_visitors: boolean | null;
  sketch: Buffer | null;
  negative_sketch: Buffer | null;
  zeros: number | null;
  vmin: number | null;
  vmax: number | null;
}

/** Sums of summaries and of raw rows, one row a group and bucket, in the order of the buckets. */
export function cellsStatement(question: PieceQuestion, buckets: boolean, limit: number): Fragment {
  const { counted } = question.choice;
  return counted === undefined
    ? numbersStatement(question, buckets, limit)
    : uniquesStatement(question, counted, buckets, limit);
}
