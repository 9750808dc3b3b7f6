import { ApiError } from './ApiError';
import { toApiError } from './toApiError';

describe('an error of the server', () => {
  it('shows the sentence that the server sent', () => {
    const error = toApiError({ status: 400, data: { error: { code: 'bad_request', message: 'name is taken' } } });
    expect(error).toMatchObject({ message: 'name is taken', status: 400 });
  });
  it('shows the sentence that Grafana sent', () => {
    expect(toApiError({ status: 403, data: { message: 'Access denied' } }).message).toBe('Access denied');
  });
  it('says whom to ask when there is no sentence', () => {
    expect(toApiError({ status: 403 }).message).toMatch(/Ask an Admin/);
  });
  it('says what to do when the server is away, with its reason', () => {
    const error = toApiError({ status: 503, data: { error: { code: 'unavailable', message: 'database away' } } });
    expect(error.message).toMatch(/Test the data source.*database away/);
  });
  it('says that nothing answered when there was no status', () => {
    expect(toApiError({ status: 0 }).message).toMatch(/cannot be reached/);
    expect(toApiError({ status: -1 })).toMatchObject({ status: 0 });
  });
  it('survives whatever was thrown', () => {
    for (const thrown of [undefined, null, 'text', new Error('bug'), { status: 'x' }]) {
      expect(toApiError(thrown).message).toMatch(/Reload/);
    }
  });
  it('survives an empty or strange body', () => {
    for (const data of [undefined, null, '', 'text', { error: null }, { error: { message: '  ' } }]) {
      expect(toApiError({ status: 400, data }).message).toBe('The server refused the request (status 400).');
    }
  });
  it('keeps one of ours as it is', () => {
    const error = new ApiError('already said', 409);
    expect(toApiError(error)).toBe(error);
  });
});
