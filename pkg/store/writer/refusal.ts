import { sqlState } from '../connections/sqlState';

/** No partition for the row: the time lies outside what is kept. */
const noPartition = '23514';
/** Invalid byte sequence, untranslatable character, invalid text: NUL characters and lone surrogates end here. */
const badText = new Set(['22021', '22P05', '22P02']);

/** The key is there already. */
const repeat = '23505';

export type Refusal = 'data' | 'no partition' | 'repeat' | 'conflict' | 'other';

/**
 * Why a transaction failed: its data (class 22, 23, 54), among it a row that is stored already, a race that is worth another
 * try (40), or something else.
 */
export function refusalOf(error: unknown): Refusal {
  const state = sqlState(error) ?? '';
  if (state === noPartition) {
    return 'no partition';
  }
  if (state === repeat) {
    return 'repeat';
  }
  switch (state.slice(0, 2)) {
    case '22':
    case '23':
    case '54':
      return 'data';
    case '40':
      return 'conflict';
    default:
      return 'other';
  }
}

/** What the sender is told of a row that was refused. Nothing of the database's own words, which may quote the row. */
export function refusalReason(error: unknown): string {
  const state = sqlState(error) ?? '';
  if (state === noPartition) {
    return 'timestamp: outside the time that is kept';
  }
  if (badText.has(state)) {
    return 'text that cannot be stored';
  }
  return state.startsWith('54') ? 'too large to be stored' : 'value that cannot be stored';
}
