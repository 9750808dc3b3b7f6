import { rateWebVital } from './webVitals';

describe('rating a web vital', () => {
  it('counts a value equal to the good limit as good', () => {
    expect(rateWebVital('LCP', 2500)).toBe('good');
  });
  it('counts a value equal to the poor limit as needing improvement', () => {
    expect(rateWebVital('CLS', 0.25)).toBe('needs_improvement');
  });
  it('counts a value above the poor limit as poor', () => {
    expect(rateWebVital('INP', 500.1)).toBe('poor');
  });
  it('has no rating for other metrics, whatever their name', () => {
    expect(rateWebVital('constructor', 1)).toBeUndefined();
  });
});
