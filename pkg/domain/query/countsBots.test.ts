import { dataKinds } from '../../../src/contract/query/kinds';
import { countsBots } from './countsBots';

describe('countsBots', () => {
  it('leaves bots out of analytics only', () => {
    expect(dataKinds.filter((kind) => !countsBots({}, kind))).toEqual(['events']);
  });

  it('does as the query says', () => {
    expect(countsBots({ includeBots: true }, 'events')).toBe(true);
    expect(countsBots({ includeBots: false }, 'performance')).toBe(false);
  });

  it('shows them to whoever asks about them by field', () => {
    expect(countsBots({ groupBy: ['is_bot'] }, 'events')).toBe(true);
    expect(countsBots({ filters: [{ field: 'is_bot', operator: '=', value: 'true' }] }, 'events')).toBe(true);
    expect(countsBots({ filters: [{ field: 'browser', operator: '=', value: 'Bot' }] }, 'events')).toBe(false);
  });

  it('counts results of health checks, which know no bots, whatever the query says', () => {
    expect(countsBots({ includeBots: false }, 'health')).toBe(true);
  });
});
