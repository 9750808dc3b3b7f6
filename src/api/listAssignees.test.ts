import { of, throwError } from 'rxjs';
import { callRoute } from './callRoute';
import { listAssignees } from './listAssignees';

const fetch = jest.fn();
jest.mock('@grafana/runtime', () => ({ getBackendSrv: () => ({ fetch }) }));
jest.mock('./callRoute');
const route = jest.mocked(callRoute) as unknown as jest.Mock;

describe('people whom an alert can be given to', () => {
  it('are those that the server knows and those of Grafana, each once', async () => {
    route.mockResolvedValue({ items: ['zoe', 'ada'] });
    fetch.mockReturnValue(of({ data: [{ login: 'bob' }, { login: 'ada' }] }));
    expect(await listAssignees('uid')).toEqual(['ada', 'bob', 'zoe']);
  });

  it('are the others where one of the two cannot be asked', async () => {
    route.mockResolvedValue({ items: ['ada'] });
    fetch.mockReturnValue(throwError(() => ({ status: 403 })));
    expect(await listAssignees('uid')).toEqual(['ada']);
    route.mockRejectedValue(new Error('away'));
    fetch.mockReturnValue(of({ data: [{ login: 'bob' }] }));
    expect(await listAssignees('uid')).toEqual(['bob']);
  });
});
