import { of, throwError } from 'rxjs';
import { ApiError } from './ApiError';
import { callRoute } from './callRoute';

const fetch = jest.fn();
jest.mock('@grafana/runtime', () => ({ getBackendSrv: () => ({ fetch }) }));

beforeEach(() => fetch.mockReset());

describe('calling a route', () => {
  it('goes through the resources of the datasource with the method of the table', async () => {
    fetch.mockReturnValue(of({ data: { id: 'a' } }));
    await callRoute('seamark', 'createApp', { body: { name: 'shop' } });
    expect(fetch).toHaveBeenCalledWith(
      expect.objectContaining({
        url: '/api/datasources/uid/seamark/resources/apps',
        method: 'POST',
        data: { name: 'shop' },
        showErrorAlert: false,
      })
    );
  });
  it('sends an empty object where a POST has no body, for its type is JSON', async () => {
    fetch.mockReturnValue(of({ data: {} }));
    await callRoute('seamark', 'testAlertRule', { params: { id: 'a' } });
    expect(fetch.mock.calls[0][0].data).toEqual({});
    await callRoute('seamark', 'getStatus', {});
    expect(fetch.mock.calls[1][0].data).toBeUndefined();
  });
  it('answers the body', async () => {
    fetch.mockReturnValue(of({ data: { items: [], next_cursor: null } }));
    expect(await callRoute('u', 'listApps', { query: { limit: 1 } })).toEqual({ items: [], next_cursor: null });
  });
  it('encodes the uid', async () => {
    fetch.mockReturnValue(of({ data: {} }));
    await callRoute('a/b', 'getStatus', {});
    expect(fetch.mock.calls[0][0].url).toBe('/api/datasources/uid/a%2Fb/resources/status');
  });
  it('rejects with an error that can be shown', async () => {
    fetch.mockReturnValue(throwError(() => ({ status: 400, data: { error: { message: 'name is taken' } } })));
    await expect(callRoute('u', 'createApp', { body: { name: 'x' } })).rejects.toEqual(
      expect.objectContaining({ message: 'name is taken', status: 400 })
    );
    await expect(callRoute('u', 'createApp', { body: { name: 'x' } })).rejects.toBeInstanceOf(ApiError);
  });
  it('rejects when nothing answers at all', async () => {
    fetch.mockReturnValue(throwError(() => new Error('offline')));
    await expect(callRoute('u', 'getStatus', {})).rejects.toBeInstanceOf(ApiError);
  });
});
