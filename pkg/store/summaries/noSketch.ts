import { sql } from 'kysely';

/** The columns of sketches, of an answer that has none. */
export const noSketch = sql`null::bytea as sketch, null::bytea as negative_sketch, null::float8 as zeros,
  null::float8 as vmin, null::float8 as vmax`;
