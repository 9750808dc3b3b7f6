import { adHocFilters } from './adHocFilters';

describe('ad hoc filters of a dashboard', () => {
  it('become filters of the query', () => {
    expect(adHocFilters([{ key: 'browser', operator: '=~', value: 'Fire' }])).toEqual([
      { field: 'browser', operator: '=~', value: 'Fire' },
    ]);
  });
  it('become an array where several values are chosen', () => {
    expect(adHocFilters([{ key: 'browser', operator: '!=|', value: 'a', values: ['a', 'b'] }])).toEqual([
      { field: 'browser', operator: '!=', value: ['a', 'b'] },
    ]);
  });
  it.each([
    ['without a field', { key: '', operator: '=', value: 'x' }],
    ['without a value', { key: 'browser', operator: '=', value: '' }],
    ['without values', { key: 'browser', operator: '=|', value: '', values: [] }],
    ['with an operator nobody knows', { key: 'browser', operator: '~~', value: 'x' }],
  ])('are left out %s', (_, filter) => {
    expect(adHocFilters([filter])).toEqual([]);
  });
});
