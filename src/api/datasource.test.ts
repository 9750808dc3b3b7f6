import { of, throwError } from 'rxjs';
import { createDatasource, findDatasource, isAdmin, mayCreateDatasource } from './datasource';

const fetch = jest.fn();
const getList = jest.fn();
const type = 'seamark-monitoring-datasource';
const user: { orgRole: string; permissions?: Record<string, boolean> } = { orgRole: 'Viewer' };
jest.mock('@grafana/runtime', () => ({
  config: { bootData: { get user() { return user; } } }, // prettier-ignore
  getBackendSrv: () => ({ fetch }),
  getDataSourceSrv: () => ({ getList }),
}));

describe('finding the datasource', () => {
  it('takes the one with the usual uid', () => {
    getList.mockReturnValue([
      { uid: 'x', name: 'A', type },
      { uid: 'seamark', name: 'Seamark', type },
    ]);
    expect(findDatasource()).toEqual({ uid: 'seamark', name: 'Seamark' });
  });
  it('takes the first where none has it', () => {
    getList.mockReturnValue([{ uid: 'x', name: 'A', type }]);
    expect(findDatasource()).toEqual({ uid: 'x', name: 'A' });
  });
  it('finds nothing in a new organisation', () => {
    getList.mockReturnValue([]);
    expect(findDatasource()).toBeUndefined();
  });
  it('does not take the built-in datasource that Grafana adds to the list', () => {
    getList.mockReturnValue([{ uid: 'grafana', name: '-- Grafana --', type: 'datasource' }]);
    expect(findDatasource()).toBeUndefined();
  });
});

describe('creating the datasource', () => {
  it('gives it the usual uid and answers what was made', async () => {
    fetch.mockReturnValue(of({ data: { datasource: { uid: 'seamark', name: 'Seamark', id: 4 } } }));
    expect(await createDatasource()).toEqual({ uid: 'seamark', name: 'Seamark' });
    expect(fetch.mock.calls[0][0]).toMatchObject({ method: 'POST', url: '/api/datasources', data: { uid: 'seamark' } });
  });
  it('rejects with what Grafana said', async () => {
    fetch.mockReturnValue(throwError(() => ({ status: 409, data: { message: 'data source exists' } })));
    await expect(createDatasource()).rejects.toMatchObject({ message: 'data source exists', status: 409 });
  });
});

describe('who may create it', () => {
  it('is whom Grafana permits', () => {
    user.permissions = { 'datasources:create': true };
    expect(mayCreateDatasource()).toBe(true);
  });
  it('is an Admin where Grafana names no permissions', () => {
    delete user.permissions;
    expect(mayCreateDatasource()).toBe(false);
    user.orgRole = 'Admin';
    expect(mayCreateDatasource()).toBe(true);
    expect(isAdmin()).toBe(true);
  });
});
