import { webVitals } from '../../contract/webVitals';
import { attributes } from './attribution';

describe('attribution', () => {
  it('has something to say about every vital', () => {
    for (const metric of webVitals) {
      expect(attributes[metric]).not.toHaveLength(0);
    }
  });
  it('names fields of the attribute column, once each', () => {
    for (const metric of webVitals) {
      const fields = attributes[metric].map(({ field }) => field);
      expect(new Set(fields).size).toBe(fields.length);
      expect(fields.every((field) => field.startsWith('metadata.'))).toBe(true);
    }
  });
});
