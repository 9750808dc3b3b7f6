import { manualClock } from '../../lib/testing/manualClock';
import type { CallResourceRequest, CallResourceResponse } from '../generated/backend';
import type { ServerResponse } from '../server/SeamarkServer';
import { contextOf } from '../testing/contextOf';
import { fakeServer, jsonAnswer } from '../testing/fakeServer';
import { callResource } from './callResource';

const clock = manualClock();

async function call(
  change: Partial<CallResourceRequest> = {},
  answer: ServerResponse = jsonAnswer(200, { items: [] })
) {
  const server = fakeServer(() => answer);
  const request: CallResourceRequest = {
    pluginContext: contextOf('Editor'),
    path: 'apps',
    method: 'GET',
    url: 'apps?limit=1',
    headers: {},
    body: Buffer.alloc(0),
    ...change,
  };
  const parts: CallResourceResponse[] = [];
  for await (const part of callResource(request, () => Promise.resolve(server), clock, new AbortController().signal)) {
    parts.push(part);
  }
  return { server, parts, body: Buffer.concat(parts.map(({ body }) => body)) };
}

describe('callResource', () => {
  it('asks the route as the person whom Grafana names', async () => {
    const { server, parts } = await call({ method: 'POST', body: Buffer.from('{}') });
    expect(server.asked[0]).toMatchObject({ method: 'POST', url: '/api/v1/apps?limit=1', body: Buffer.from('{}') });
    expect(server.asked[0]?.headers.authorization).toBe(`Bearer ${server.token}`);
    expect(server.claims(clock.now())).toMatchObject({ orgId: 7, login: 'jo', role: 'Editor', seesPersonal: true });
    expect(parts[0]).toMatchObject({ code: 200, headers: { 'content-type': { values: [expect.any(String)] } } });
  });

  it('shows a Viewer nothing personal', async () => {
    const { server } = await call({ pluginContext: contextOf('Viewer') });
    expect(server.claims(clock.now())).toMatchObject({ role: 'Viewer', seesPersonal: false });
  });

  it('does not let a client say who it is', async () => {
    const { server } = await call({
      headers: { 'x-seamark-identity': { values: ['forged'] }, authorization: { values: ['Bearer mine'] } },
    });
    expect(server.claims(clock.now())).toMatchObject({ login: 'jo' });
    expect(server.asked[0]?.headers.authorization).toBe(`Bearer ${server.token}`);
  });

  it.each([['None'], [''], ['Robot']])('answers 403 to the role "%s" without asking anything', async (role) => {
    const { server, parts } = await call({ pluginContext: contextOf(role) });
    expect(parts[0]?.code).toBe(403);
    expect(server.asked).toEqual([]);
  });

  it('answers 400 to a path that climbs, without asking anything', async () => {
    const { server, parts } = await call({ path: 'apps/../../metrics' });
    expect(parts[0]?.code).toBe(400);
    expect(server.asked).toEqual([]);
  });

  it('never answers 401, which Grafana would repeat', async () => {
    const { parts, body } = await call({}, jsonAnswer(401, { error: { code: 'x', message: 'y' } }));
    expect(parts[0]?.code).toBe(403);
    expect(body.toString()).toContain('token');
  });

  it('sends an empty answer as one part', async () => {
    const { parts } = await call({}, { status: 204, headers: {}, body: Buffer.alloc(0) });
    expect(parts).toEqual([{ code: 204, headers: {}, body: Buffer.alloc(0) }]);
  });

  it('sends a large answer in parts, headers with the first', async () => {
    const { parts, body } = await call(
      {},
      { status: 200, headers: { etag: '"1"' }, body: Buffer.alloc(2_500_000, 'x') }
    );
    expect(parts.map(({ body: part }) => part.byteLength)).toEqual([1_048_576, 1_048_576, 402_848]);
    expect(parts.map(({ headers }) => Object.keys(headers).length)).toEqual([1, 0, 0]);
    expect(body).toHaveLength(2_500_000);
  });

  it('passes a streamed answer on', async () => {
    async function* stream() {
      yield Buffer.from('a');
      yield Buffer.from('b');
    }
    const { body } = await call({}, { status: 200, headers: {}, body: stream() });
    expect(body.toString()).toBe('ab');
  });
});
