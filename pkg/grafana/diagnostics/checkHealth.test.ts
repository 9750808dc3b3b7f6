import { OperatorError } from '../../lib/OperatorError';
import { manualClock } from '../../lib/testing/manualClock';
import type { SeamarkServer, ServerResponse } from '../server/SeamarkServer';
import { NotReady } from '../server/ServerGate';
import { contextOf } from '../testing/contextOf';
import { fakeServer, jsonAnswer } from '../testing/fakeServer';
import { checkHealth } from './checkHealth';

const clock = manualClock();
const signal = new AbortController().signal;
const status = {
  version: '0.1.0',
  ok: true,
  findings: [] as Array<{ level: string; message: string }>,
  database: { mode: 'embedded', version: '18.4', size_bytes: 1, schema: 5 },
  ingest_url: 'http://127.0.0.1:8027',
};

function check(find: () => Promise<SeamarkServer>, context = contextOf('Viewer')) {
  return checkHealth(context, find, clock, '0.1.0', signal);
}
const from = (answer: ServerResponse, mode: SeamarkServer['mode'] = 'embedded') =>
  check(() => Promise.resolve(fakeServer(() => answer, { mode })));

describe('checkHealth', () => {
  it('says what works', async () => {
    expect(await from(jsonAnswer(200, status))).toMatchObject({
      ok: true,
      message: 'Seamark 0.1.0 works, with embedded PostgreSQL 18.4.',
      details: { mode: 'embedded', pluginVersion: '0.1.0', ingest_url: 'http://127.0.0.1:8027' },
    });
  });

  it('adds what is not as it should be', async () => {
    const findings = [{ level: 'warning', message: 'The encryption key lies beside the data.' }];
    const health = await from(jsonAnswer(200, { ...status, findings }));
    expect(health).toMatchObject({ ok: true, message: expect.stringMatching(/works.*key lies beside/) });
  });

  it('is an error where the server finds one', async () => {
    const findings = [{ level: 'error', message: 'The database is away; start it.' }];
    const health = await from(jsonAnswer(200, { ...status, ok: false, findings }));
    expect(health).toMatchObject({ ok: false, message: 'The database is away; start it.' });
  });

  it('asks as a Viewer, also where Grafana names nobody', async () => {
    const server = fakeServer(() => jsonAnswer(200, status));
    await check(() => Promise.resolve(server), { ...contextOf('Admin'), user: undefined });
    expect(server.claims(clock.now())).toMatchObject({ orgId: 7, role: 'Viewer', seesPersonal: false });
  });

  it('gives the reason why the server does not run', async () => {
    const health = await check(() => Promise.reject(new NotReady('Port 8027 is taken; set SEAMARK_INGEST_ADDR.')));
    expect(health).toMatchObject({ ok: false, message: 'Port 8027 is taken; set SEAMARK_INGEST_ADDR.' });
  });

  it('says that a remote server is not to be reached, and that a datasource lacks its token', async () => {
    expect(await check(() => Promise.reject(new OperatorError('cannot be reached')))).toMatchObject({
      ok: false,
      message: 'cannot be reached',
    });
  });

  it.each([401, 403])('says that a remote server refuses the token (%i)', async (code) => {
    const health = await from(jsonAnswer(code, { error: { code: 'x', message: 'y' } }), 'remote');
    expect(health).toMatchObject({ ok: false, message: expect.stringMatching(/refuses the token/) });
  });

  it('says that something else answers at the address', async () => {
    const page = { status: 404, headers: {}, body: Buffer.from('<html>nginx</html>') };
    expect(await from(page, 'remote')).toMatchObject({ ok: false, message: expect.stringMatching(/something else/) });
    expect(await from(jsonAnswer(200, []), 'remote')).toMatchObject({ ok: false });
  });

  it('says that it is the ingest listener which answers at the address', async () => {
    const nothing = jsonAnswer(404, { error: { code: 'not_found', message: 'There is nothing at this address' } });
    expect(await from(nothing, 'remote')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/admin listener/),
    });
  });

  it('says that a remote server has another version, and what to do', async () => {
    const health = await from(jsonAnswer(200, { ...status, version: '0.3.1' }), 'remote');
    expect(health).toMatchObject({ ok: false, message: expect.stringMatching(/0\.1\.0.*0\.3\.1.*same version/) });
    expect((await from(jsonAnswer(200, { ...status, version: '0.1.9' }), 'remote')).ok).toBe(true);
  });

  it('repeats a problem of the server in its own words', async () => {
    const health = await from(jsonAnswer(503, { error: { code: 'x', message: 'The database is away.' } }));
    expect(health).toMatchObject({ ok: false, message: 'The database is away.' });
  });
});
