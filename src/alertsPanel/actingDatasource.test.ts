import { config, getDataSourceSrv } from '@grafana/runtime';
import { mayEdit } from '../api/datasource';
import { actingDatasource } from './actingDatasource';

jest.mock('../api/datasource');
jest.mock('@grafana/runtime', () => ({ config: {}, getDataSourceSrv: jest.fn() }));

const types: Record<string, string> = { seamark: 'seamark-monitoring-datasource', mimir: 'prometheus' };
const request = (...uids: string[]) => ({
  targets: uids.map((uid, index) => ({ refId: String(index), datasource: { uid } })),
  scopedVars: {},
});

beforeEach(() => {
  jest.mocked(mayEdit).mockReturnValue(true);
  config.publicDashboardAccessToken = undefined;
  jest.mocked(getDataSourceSrv).mockReturnValue({
    getInstanceSettings: ({ uid }: { uid: string }) => types[uid] && { uid, type: types[uid] },
  } as unknown as ReturnType<typeof getDataSourceSrv>);
});

describe('through what a panel acts', () => {
  it('is the Seamark datasource among those that were asked', () => {
    expect(actingDatasource(request('mimir', 'seamark'))).toBe('seamark');
  });
  it('is nothing without one, or without a request, as in a snapshot', () => {
    expect(actingDatasource(request('mimir', 'gone'))).toBeUndefined();
    expect(actingDatasource(undefined)).toBeUndefined();
  });
  it('is nothing for a Viewer', () => {
    jest.mocked(mayEdit).mockReturnValue(false);
    expect(actingDatasource(request('seamark'))).toBeUndefined();
  });
  it('is nothing on a public dashboard', () => {
    config.publicDashboardAccessToken = 'token';
    expect(actingDatasource(request('seamark'))).toBeUndefined();
  });
});
