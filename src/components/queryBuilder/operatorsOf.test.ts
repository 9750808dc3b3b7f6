import { operatorsOf } from './operatorsOf';

describe('the comparisons of a field', () => {
  it('are equality and patterns for text', () => {
    expect(operatorsOf('browser')).toEqual(['=', '!=', '=~', '!~']);
  });
  it('are equality and order for numbers', () => {
    expect(operatorsOf('value')).toEqual(['=', '!=', '>', '>=', '<', '<=']);
  });
  it('are all of them for an attribute, whose type nobody knows', () => {
    expect(operatorsOf('event_data.total')).toHaveLength(8);
  });
});
