import { connect } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { StoreAway } from '../../domain/ingest/RowWriter';
import { QueryError } from '../../domain/query/QueryRunner';
import { type Logger, silentLogger } from '../../lib/Logger';
import { HttpProblem } from './HttpProblem';
import { problemOptions, setProblemHandlers } from './problemHandlers';

const thrown: Record<string, unknown> = {
  conflict: new HttpProblem(409, 'conflict', 'Someone was faster'),
  away: new StoreAway('The database does not answer', 2.2),
  query: new QueryError('Unknown field "x"'),
  slow: new QueryError('The query took too long', 504),
  bug: new TypeError('cannot read secret of undefined'),
  text: 'a thrown string',
};

describe('errors of a listener', () => {
  let app: FastifyInstance;
  const errors: unknown[] = [];

  beforeAll(async () => {
    const logger: Logger = { ...silentLogger, error: (_message, cause) => errors.push(cause) };
    app = Fastify({ ...problemOptions, bodyLimit: 100 });
    setProblemHandlers(app, logger);
    app.get<{ Params: { name: string } }>('/throw/:name', async ({ params }) => {
      throw thrown[params.name];
    });
    app.post('/echo', async ({ body }) => body);
    await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => app.close());

  it.each([
    ['conflict', 409, 'conflict', 'Someone was faster', undefined],
    ['away', 503, 'unavailable', 'The database does not answer', '3'],
    ['query', 400, 'bad_request', 'Unknown field "x"', undefined],
    ['slow', 504, 'timeout', 'The query took too long', '5'],
  ])('reports %s in the one shape', async (name, status, code, message, retryAfter) => {
    const answer = await app.inject(`/throw/${name}`);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({ error: { code, message } });
    expect(answer.headers['retry-after']).toBe(retryAfter);
  });

  it.each(['bug', 'text'])('tells the log what a %s was, and the client nothing', async (name) => {
    const answer = await app.inject(`/throw/${name}`);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    expect(answer.body).not.toContain('string');
    expect(errors).toContain(thrown[name]);
  });

  it.each([
    ['not JSON', '{', 'application/json', 400, 'bad_request'],
    ['a key __proto__', '{"__proto__":{"admin":true}}', 'application/json', 400, 'bad_request'],
    ['a constructor with a prototype', '{"constructor":{"prototype":{}}}', 'application/json', 400, 'bad_request'],
    ['nothing', '', 'application/json', 400, 'bad_request'],
    ['another type', '<a/>', 'application/xml', 415, 'unsupported_media_type'],
    ['too much', JSON.stringify('x'.repeat(200)), 'application/json', 413, 'too_large'],
  ])('refuses a body that is %s', async (_, payload, type, status, code) => {
    const answer = await app.inject({ method: 'POST', url: '/echo', headers: { 'content-type': type }, payload });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ error: { code } });
  });

  it('answers an unknown address and a broken one', async () => {
    expect((await app.inject('/nothing')).json()).toMatchObject({ error: { code: 'not_found' } });
    expect((await app.inject('/%zz')).statusCode).toBe(400);
  });

  it('answers what is not HTTP at all', async () => {
    const address = app.server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port ?? 0, '127.0.0.1', () => socket.write('hello\r\n\r\n'));
      let text = '';
      socket.on('data', (data) => (text += data.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toContain('"code":"bad_request"');
  });
});
