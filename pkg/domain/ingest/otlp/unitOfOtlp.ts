import type { PointHolder } from './pointsOf';

/** UCUM's words for units as ours. */
const units = new Map(Object.entries({ By: 'bytes', '%': 'percentage', ms: 'ms', s: 's' }));

/** The unit of a metric: `1` and annotations such as `{request}` count something. */
export function unitOfOtlp(unit: string | undefined, holder: PointHolder): string {
  if (unit === undefined) {
    return holder === 'sum' ? 'count' : 'none';
  }
  return (
    units.get(unit) ?? (unit === '1' ? (holder === 'sum' ? 'count' : 'none') : unit.startsWith('{') ? 'count' : unit)
  );
}
