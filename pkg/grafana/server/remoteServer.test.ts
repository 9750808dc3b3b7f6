import { createServer, type IncomingMessage, type Server, type ServerResponse as HttpResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OperatorError } from '../../lib/OperatorError';
import { readBody } from './readBody';
import { remoteServer } from './remoteServer';

describe('remoteServer', () => {
  let server: Server;
  let base: string;
  let seen: Array<{
    method: string | undefined;
    url: string | undefined;
    authorization: string | undefined;
    body: string;
  }>;
  let answer: (request: IncomingMessage, response: HttpResponse) => void;

  beforeEach(async () => {
    seen = [];
    answer = (_request, response) => response.end('ok');
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url, headers } = request;
        seen.push({ method, url, authorization: headers.authorization, body: Buffer.concat(chunks).toString() });
        answer(request, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('sends method, path, headers and body below its base address', async () => {
    const remote = remoteServer({ url: `${base}/seamark/`, token: 't' });
    const response = await remote.send({
      method: 'POST',
      url: '/api/v1/query?a=b',
      headers: { authorization: 'Bearer t' },
      body: Buffer.from('{}'),
    });
    expect(seen).toEqual([{ method: 'POST', url: '/seamark/api/v1/query?a=b', authorization: 'Bearer t', body: '{}' }]);
    expect((await readBody(response)).toString()).toBe('ok');
  });

  it('sends no body with a GET, even an empty one', async () => {
    const response = await remoteServer({ url: base, token: 't' }).send({
      method: 'GET',
      url: '/x',
      headers: {},
      body: Buffer.alloc(0),
    });
    expect(response.status).toBe(200);
  });

  it('passes any status on and follows no redirect with the token', async () => {
    answer = (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    const response = await remoteServer({ url: base, token: 't' }).send({ method: 'GET', url: '/', headers: {} });
    expect(response.status).toBe(302);
    expect(seen).toHaveLength(1);
  });

  it('gives its metrics, or none where the server has none for it', async () => {
    answer = (_request, response) => response.end('seamark_up 1\n');
    const remote = remoteServer({ url: base, token: 't' });
    expect(await remote.metrics()).toBe('seamark_up 1\n');
    expect(seen[0]).toMatchObject({ url: '/metrics', authorization: 'Bearer t' });
    answer = (_request, response) => response.writeHead(403).end('{}');
    expect(await remote.metrics()).toBe('');
  });

  it('says that a server is not to be reached', async () => {
    const remote = remoteServer({ url: 'http://127.0.0.1:1', token: 't' });
    await expect(remote.send({ method: 'GET', url: '/', headers: {} })).rejects.toThrow(
      /server at http:\/\/127\.0\.0\.1:1 cannot be reached/
    );
  });

  it('gives up with its caller', async () => {
    answer = () => undefined;
    const caller = new AbortController();
    const call = remoteServer({ url: base, token: 't' }).send({
      method: 'GET',
      url: '/',
      headers: {},
      signal: caller.signal,
    });
    caller.abort();
    await expect(call).rejects.toBeInstanceOf(OperatorError);
  });

  it.each(['', 'server:8028', 'ftp://x', 'file:///etc/passwd', 'unix:/run/x', 'javascript:1', 'http://u:p@x'])(
    'refuses the address %j',
    (url) => {
      expect(() => remoteServer({ url, token: 't' })).toThrow(OperatorError);
    }
  );
});
