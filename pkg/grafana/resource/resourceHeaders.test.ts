import { requestHeaders, responseHeaders } from './resourceHeaders';

const list = (...values: string[]) => ({ values });

describe('headers of a resource call', () => {
  it('let through what a route reads and nothing else', () => {
    expect(
      requestHeaders({
        'Content-Type': list('application/json'),
        Accept: list('text/plain', 'image/png'),
        'If-Match': list('"3"'),
        'X-Seamark-Identity': list('forged'),
        'X-Seamark-Org': list('2'),
        Authorization: list('Bearer x'),
        Cookie: list('a=b'),
        Host: list('evil.example'),
        'Content-Length': list('5'),
        Empty: list(),
      })
    ).toEqual({ 'content-type': 'application/json', accept: 'text/plain', 'if-match': '"3"' });
  });

  it('give back what a browser needs and nothing else', () => {
    expect(
      responseHeaders({
        'content-type': 'application/json',
        'set-cookie': ['a=b'],
        etag: '"3"',
        'transfer-encoding': 'chunked',
        'access-control-allow-origin': '*',
      })
    ).toEqual({ 'content-type': list('application/json'), etag: list('"3"') });
  });
});
