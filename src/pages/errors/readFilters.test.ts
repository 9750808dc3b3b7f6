import { readFilters } from './readFilters';

describe('the filters of the errors', () => {
  const read = (search: string) => readFilters(new URLSearchParams(search));

  it('are read from the URL', () => {
    expect(read('app=shop&status=resolved&query=cart&severity=high&sort=events')).toEqual({
      app: 'shop',
      status: 'resolved',
      query: 'cart',
      severity: 'high',
      sort: 'events',
    });
  });

  it('tell all states from none chosen', () => {
    expect(read('status=')).toEqual({ status: '' });
    expect(read('')).toEqual({});
  });

  it('leave out what is none of theirs', () => {
    expect(read('severity=awful&sort=title&query=')).toEqual({});
  });
});
