import type { DataFrame } from '@grafana/data';
import { ratings, type Rating } from '../contract/webVitals';

/** Percent of page views by rating. They add up to 100. */
export type RatingShares = Record<Rating, number>;

/** Shares out of a table of counts by `rating`; undefined when nothing was rated. */
export function ratingShares(frame: DataFrame | undefined): RatingShares | undefined {
  const names: unknown[] = frame?.fields[0]?.values ?? [];
  const counts: unknown[] = frame?.fields[1]?.values ?? [];
  const countOf = (rating: Rating) => Number(counts[names.indexOf(rating)] ?? 0);
  const total = ratings.reduce((sum, rating) => sum + countOf(rating), 0);
  if (total === 0) {
    return undefined;
  }
  const percent = (rating: Rating) => (countOf(rating) / total) * 100;
  return { good: percent('good'), needs_improvement: percent('needs_improvement'), poor: percent('poor') };
}
