import type { Rating } from '../contract/webVitals';

/** How ratings are called on the screen. */
export const ratingText: Record<Rating, string> = {
  good: 'Good',
  needs_improvement: 'Needs improvement',
  poor: 'Poor',
};

/** Grafana's names of the colours in which it shows states that are well, doubtful and bad. */
export const ratingColour: Record<Rating, string> = { good: 'green', needs_improvement: 'orange', poor: 'red' };
