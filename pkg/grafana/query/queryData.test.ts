import { tableFromArrays, tableFromIPC, tableToIPC } from 'apache-arrow';
import { manualClock } from '../../lib/testing/manualClock';
import { OperatorError } from '../../lib/OperatorError';
import type { DataQuery, PluginContext } from '../generated/backend';
import type { SeamarkServer } from '../server/SeamarkServer';
import { NotReady } from '../server/ServerGate';
import { contextOf } from '../testing/contextOf';
import { fakeServer, jsonAnswer } from '../testing/fakeServer';
import { idTokenOf } from '../testing/idTokenOf';
import { queryData } from './queryData';

const clock = manualClock();
const arrow = Buffer.from(tableToIPC(tableFromArrays({ value: [1, 2, 3] }), 'file'));

const query = (refId: string): DataQuery => ({
  refId,
  maxDataPoints: 500,
  intervalMs: 60_000,
  timeRange: { fromEpochMs: clock.now() - 3_600_000, toEpochMs: clock.now() },
  json: Buffer.from('{"kind":"events"}'),
  queryType: '',
});

async function ask(
  find: SeamarkServer | (() => Promise<SeamarkServer>),
  {
    context = contextOf('Admin'),
    headers = {},
    refIds = ['A'],
  }: {
    context?: PluginContext;
    headers?: Record<string, string>;
    refIds?: string[];
  } = {}
) {
  const serverFor = typeof find === 'function' ? find : () => Promise.resolve(find);
  const request = { pluginContext: context, headers, queries: refIds.map(query) };
  return (await queryData(request, serverFor, clock, new AbortController().signal)).responses;
}

const answering = (results: object) => fakeServer(() => jsonAnswer(200, { results }));

describe('queryData', () => {
  it('asks for Arrow and passes the frames on as bytes', async () => {
    const server = answering({ A: { status: 200, frames: [arrow.toString('base64')] } });
    const { A } = await ask(server);
    expect(server.asked[0]).toMatchObject({ method: 'POST', url: '/api/v1/query' });
    expect(server.asked[0]?.headers.accept).toBe('application/vnd.seamark.arrow+json');
    expect(A).toMatchObject({ status: 200, error: '' });
    expect(A?.frames[0]?.equals(arrow)).toBe(true);
    expect(tableFromIPC(A?.frames[0] ?? []).numRows).toBe(3);
  });

  it('asks as a Viewer without an identity token, whatever the role', async () => {
    const server = answering({ A: { status: 200, frames: [] } });
    await ask(server);
    expect(server.claims(clock.now())).toMatchObject({ orgId: 7, login: 'jo', role: 'Viewer', seesPersonal: false });
  });

  it('shows personal fields to an Editor whose identity token came along', async () => {
    const server = answering({ A: { status: 200, frames: [] } });
    const token = idTokenOf({
      aud: ['org:7'],
      type: 'user',
      username: 'jo',
      role: 'Editor',
      exp: clock.now() / 1000 + 600,
    });
    await ask(server, { headers: { 'http_X-Grafana-Id': token } });
    expect(server.claims(clock.now())).toMatchObject({ role: 'Editor', seesPersonal: true });
  });

  it('shows an alert rule nothing personal, also with a forged FromAlert', async () => {
    const server = answering({ A: { status: 200, frames: [] } });
    await ask(server, { context: contextOf('Admin', 'grafana_scheduler'), headers: { FromAlert: 'true' } });
    expect(server.claims(clock.now())).toMatchObject({ seesPersonal: false });
  });

  it('answers each query by itself, error beside frames', async () => {
    const responses = await ask(
      answering({
        A: { status: 200, frames: [arrow.toString('base64')] },
        B: { status: 400, error: 'There is no field "colour".', frames: [] },
      }),
      { refIds: ['A', 'B', 'C'] }
    );
    expect(responses.A?.frames).toHaveLength(1);
    expect(responses.B).toMatchObject({ status: 400, error: 'There is no field "colour".', errorSource: 'downstream' });
    expect(responses.C).toMatchObject({ status: 502, error: expect.stringContaining('did not answer') });
  });

  it('refuses somebody without a role', async () => {
    const server = answering({});
    expect((await ask(server, { context: contextOf('None') })).A).toMatchObject({ status: 403 });
    expect(server.asked).toEqual([]);
  });

  it('says that the server is not there yet', async () => {
    const { A, B } = await ask(() => Promise.reject(new NotReady('Port 8027 is taken.')), { refIds: ['A', 'B'] });
    expect(A).toMatchObject({ status: 503, error: 'Port 8027 is taken.' });
    expect(B).toMatchObject({ status: 503 });
  });

  it.each([
    [401, 403, /token/],
    [403, 403, /token/],
    [503, 503, /away/],
    [500, 500, /away/],
  ])('explains a server that answers with %i', async (given, status, error) => {
    const server = fakeServer(() => jsonAnswer(given, { error: { code: 'x', message: 'The database is away.' } }));
    expect((await ask(server)).A).toMatchObject({ status, error: expect.stringMatching(error) });
  });

  it('explains a server that cannot be reached, and keeps what was not foreseen to the log', async () => {
    const refused = fakeServer(() => Promise.reject(new OperatorError('cannot be reached')));
    expect((await ask(refused)).A).toMatchObject({ status: 502, error: 'cannot be reached' });
    const broken = fakeServer(() => ({ status: 200, headers: {}, body: Buffer.from('<html>') }));
    expect((await ask(broken)).A?.error).not.toContain('html');
  });
});
