import { nestedFolderToApp } from './nestedFolderToApp';

describe('where a nested plugin loads its chunks from', () => {
  it.each([
    ['public/plugins/seamark-monitoring-datasource/', 'public/plugins/seamark-monitoring-app/'],
    ['/grafana/public/plugins/seamark-monitoring-datasource/', '/grafana/public/plugins/seamark-monitoring-app/'],
    [
      'https://cdn.example/app/public/plugins/seamark-monitoring-app/datasource/',
      'https://cdn.example/app/public/plugins/seamark-monitoring-app/',
    ],
    ['public/plugins/seamark-monitoring-app/', 'public/plugins/seamark-monitoring-app/'],
  ])('turns %s into %s', (from, to) => {
    expect(nestedFolderToApp(from, 'seamark-monitoring-datasource', 'datasource')).toBe(to);
  });
});
