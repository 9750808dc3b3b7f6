import type { Piece } from './cutRange';

/**
 * Whether reading these pieces, of all apps, takes clearly less than reading all raw rows: less than half of the time
 * that they cover is read from raw rows.
 * @param lookAhead how much further each raw piece is read than it reaches, milliseconds
 */
export function isWorthwhile(pieces: readonly Piece[], lookAhead: number): boolean {
  let all = 0;
  let raw = 0;
  for (const { source, from, to } of pieces) {
    all += to - from;
    raw += source === 'raw' ? to - from + lookAhead : 0;
  }
  return raw < all / 2;
}
