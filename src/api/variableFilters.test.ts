import { preservedUrlKeys, variableFilters } from './variableFilters';

describe('the filters of the shared variables', () => {
  it('filter every field that the kind has', () => {
    expect(variableFilters('performance')).toEqual([
      { field: 'app', operator: '=', value: '$app' },
      { field: 'environment', operator: '=', value: '$environment' },
      { field: 'release', operator: '=', value: '$release' },
      { field: 'page_path', operator: '=', value: '$page' },
    ]);
  });
  it('leave out what the kind does not have', () => {
    expect(variableFilters('health').map(({ field }) => field)).toEqual(['app']);
  });
  it('leave out what the caller does not want', () => {
    expect(variableFilters('events', ['page', 'release']).map(({ field }) => field)).toEqual(['app', 'environment']);
  });
});

it('links keep the time range and every variable', () => {
  expect(preservedUrlKeys).toEqual(expect.arrayContaining(['from', 'to', 'var-app', 'var-page']));
});
