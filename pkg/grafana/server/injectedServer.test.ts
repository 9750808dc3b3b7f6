import fastify from 'fastify';
import { injectedServer } from './injectedServer';
import { readBody } from './readBody';

describe('injectedServer', () => {
  const app = fastify();
  app.all('/echo', async (request, reply) => {
    void reply.header('x-count', 5).header('content-type', 'text/plain').code(201);
    return `${request.method} ${request.url} ${request.headers.authorization ?? ''} ${JSON.stringify(request.body)}`;
  });
  const server = injectedServer({
    inject: (request) => app.inject(request),
    token: 't',
    metrics: () => Promise.resolve(''),
    stop: () => app.close(),
  });

  afterAll(() => server.stop());

  it('gives a request to the app and its answer back', async () => {
    const answer = await server.send({
      method: 'POST',
      url: '/echo?a=%2F',
      headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
      body: Buffer.from('{"a":1}'),
    });
    expect(answer).toMatchObject({ status: 201, headers: { 'x-count': '5', 'content-type': 'text/plain' } });
    expect((await readBody(answer)).toString()).toBe('POST /echo?a=%2F Bearer t {"a":1}');
  });

  it('sends no empty body', async () => {
    const answer = await server.send({
      method: 'GET',
      url: '/echo',
      headers: { 'content-type': 'application/json' },
      body: Buffer.alloc(0),
    });
    expect(answer.status).toBe(201);
  });

  it.each(['TRACE', 'get', 'X Y', ''])('refuses the method "%s"', async (method) => {
    expect((await server.send({ method, url: '/echo', headers: {} })).status).toBe(405);
  });
});
