import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import { createAuthority, createCertificate } from '../testing/authority';
import { listening, probing } from '../testing/probing';
import { runProbe } from '../runProbe';
import { addressGuard } from '../../lib/outbound/AddressGuard';

describe('an HTTP probe', () => {
  let server: Server;
  let port: number;
  let asked: Array<{ method: string | undefined; url: string | undefined; headers: IncomingHttpHeaders; body: string }>;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { method, url, headers } = request;
        asked.push({ method, url, headers, body });
        const [, name, detail] = (url ?? '').split('/');
        switch (name) {
          case 'status':
            return response.writeHead(Number(detail), { 'x-kind': 'test' }).end('{"status":"ok","queue":3}');
          case 'round':
            return response.writeHead(302, { location: '/round' }).end();
          case 'away':
            return response.writeHead(307, { location: `http://other.example:${String(port)}/status/200` }).end();
          case 'inside':
            return response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
          case 'mail':
            return response.writeHead(302, { location: 'mailto:a@example.org' }).end();
          case 'large':
            return endless(response);
          case 'slow':
            return drip(response.writeHead(200));
          case 'cut':
            response.writeHead(200, { 'content-length': '100' }).write('half');
            return setImmediate(() => response.destroy());
          case 'bytes':
            return response.writeHead(200).end(Buffer.from([0xff, 0xfe, 0x6f, 0x6b, 0xc0]));
          default:
            return undefined;
        }
      });
    });
    port = await listening(server);
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const ask = (path: string, more: Partial<Parameters<typeof probing<'http'>>[0]> = {}) =>
    probing({
      kind: 'http',
      ...more,
      settings: { url: `http://shop.example:${String(port)}${path}`, ...more.settings },
    });

  it('passes where the answer is 2xx, and says how long each part took', async () => {
    const report = await ask('/status/204');
    expect(report).toMatchObject({ outcome: 'passed', error: null, details: { status: 204, http_version: '1.1' } });
    expect(Object.keys(report.phases)).toEqual(['dns', 'connect', 'first_byte', 'transfer']);
    const sum = Object.values(report.phases).reduce((total, ms) => total + ms, 0);
    expect(sum).toBeLessThanOrEqual((report.durationMs ?? 0) + 1);
  });

  it('fails where it is not, and says what it was', async () => {
    expect(await ask('/status/503')).toMatchObject({ outcome: 'failed', error: 'status is 503, expected: < 300' });
  });

  it('asks assertions about status, headers, body, JSON and size', async () => {
    const report = await ask('/status/418', {
      assertions: [
        { source: 'status', operator: '=', value: 418 },
        { source: 'header', target: 'X-Kind', operator: '=', value: 'test' },
        { source: 'body', operator: 'matches', value: '"queue":\\d' },
        { source: 'json', target: '$.queue', operator: '<', value: 3, level: 'warning' },
        { source: 'size', operator: '<', value: 100 },
      ],
    });
    expect(report).toMatchObject({ outcome: 'warned', error: 'json $.queue is 3, expected: < 3' });
    expect(report.assertions.map(({ holds }) => holds)).toEqual([true, true, true, false, true]);
  });

  it('sends method, headers, body and the secret, and repeats none of them', async () => {
    const settings = { url: `http://shop.example:${String(port)}/status/401`, method: 'POST' as const, body: 'hello' };
    const auth = { kind: 'basic' as const, username: 'ada' };
    const report = await ask('', { settings: { ...settings, auth }, secrets: { authorization: 'geheim' } });
    expect(asked[0]).toMatchObject({
      method: 'POST',
      body: 'hello',
      headers: { authorization: 'Basic YWRhOmdlaGVpbQ==' },
    });
    expect(JSON.stringify(report)).not.toMatch(/geheim|YWRhO/);
  });

  it('follows a redirect to another origin without taking its secrets along', async () => {
    const settings = { url: `http://shop.example:${String(port)}/away`, auth: { kind: 'bearer' as const } };
    const secrets = { authorization: 'geheim', headers: { 'X-Key': 'geheim' } };
    expect(await ask('', { settings, secrets })).toMatchObject({ outcome: 'passed' });
    expect(asked.map(({ headers }) => [headers.authorization, headers['x-key']])).toEqual([
      ['Bearer geheim', 'geheim'],
      [undefined, undefined],
    ]);
  });

  it.each([
    ['redirects that never end', '/round', 'too many redirects'],
    ['a redirect to an internal address', '/inside', /^169\.254\.169\.254 is .* SEAMARK_PROBE_ALLOW names it$/],
    ['a redirect to something else than HTTP', '/mail', 'answered 302 and led to no HTTP address'],
    ['a server that never answers', '/never', 'no answer within 0.2 s'],
    ['a server that goes on answering byte by byte', '/slow', 'no answer within 0.2 s'],
    ['an answer that is cut off', '/cut', 'connection reset'],
  ])('fails by %s', async (_what, path, error) => {
    expect(await ask(path, { timeoutMs: 200 })).toMatchObject({
      outcome: 'failed',
      error: expect.stringMatching(error),
    });
  });

  it('takes a redirect for the answer where it is to follow none', async () => {
    const settings = { url: `http://shop.example:${String(port)}/round`, max_redirects: 0 };
    expect(await ask('', { settings, assertions: [{ source: 'status', operator: '=', value: 302 }] })).toMatchObject({
      outcome: 'passed',
    });
  });

  it('reads no more than a megabyte of a body that goes on and on', async () => {
    expect(await ask('/large')).toMatchObject({ outcome: 'passed', details: { size: 1024 * 1024, is_cut: true } });
  });

  it('reads a body that is no text', async () => {
    const assertions = [{ source: 'body', operator: 'contains' as const, value: 'ok' }];
    expect(await ask('/bytes', { assertions })).toMatchObject({ outcome: 'passed' });
  });

  it('fails where nothing listens', async () => {
    const closed = createServer();
    const settings = { url: `http://shop.example:${String(await listening(closed))}/` };
    await new Promise((done) => closed.close(done));
    expect(await ask('', { settings })).toMatchObject({ error: 'connection refused' });
  });

  it('fails where HTTP/2 is asked for and not spoken', async () => {
    const settings = { url: `http://shop.example:${String(port)}/status/200`, http_version: '2' as const };
    expect(await ask('', { settings, timeoutMs: 1000 })).toMatchObject({ outcome: 'failed' });
  });
});

function endless(response: {
  write(chunk: Buffer): boolean;
  once(event: 'drain', go: () => void): unknown;
  destroyed: boolean;
}) {
  const chunk = Buffer.alloc(256 * 1024, 'x');
  const go = (): void => {
    let goesOn = true;
    while (goesOn && !response.destroyed) {
      goesOn = response.write(chunk);
    }
    response.once('drain', go);
  };
  go();
}

/** A byte now and then, for ever: never silent, never done. */
function drip(response: ServerResponse) {
  const timer = setInterval(() => response.write('o'), 20);
  response.once('close', () => clearInterval(timer));
}

describe('an HTTPS probe', () => {
  let authority: Awaited<ReturnType<typeof createAuthority>>;
  let server: Http2SecureServer;
  let port: number;

  beforeAll(async () => {
    authority = await createAuthority();
    const { cert, private: key } = await createCertificate('shop.example', 30, authority);
    server = createSecureServer({ cert, key, allowHTTP1: true }, (request, response) =>
      response.end(`HTTP/${request.httpVersion}`)
    );
    port = await listening(server);
  });
  afterAll(() => void server.close());

  const ask = (host: string, more: { http_version?: '1.1' | '2'; verify_certificate?: boolean } = {}, trusts = true) =>
    probing(
      {
        kind: 'http',
        settings: { url: `https://${host}:${String(port)}/`, ...more },
        assertions: [{ source: 'certificate_days', operator: '>=', value: 30 }],
      },
      trusts ? [authority.cert] : []
    );

  it.each([
    [undefined, '2'],
    ['2' as const, '2'],
    ['1.1' as const, '1.1'],
  ])('asked for version %s speaks HTTP/%s', async (version, spoken) => {
    const report = await ask('shop.example', version && { http_version: version });
    expect(report).toMatchObject({ outcome: 'passed', details: { http_version: spoken, status: 200 } });
    expect(Object.keys(report.phases)).toContain('tls');
  });

  it('knows when the certificate ends', async () => {
    const { details } = await ask('shop.example');
    expect(Date.parse(String(details.certificate_expires_at))).toBeGreaterThan(Date.now() + 29 * 86_400_000);
  });

  it('fails by a certificate for another name, unless it is told not to mind', async () => {
    expect(await ask('other.example')).toMatchObject({ error: 'the certificate is for another name' });
    expect(await ask('other.example', { verify_certificate: false })).toMatchObject({ outcome: 'passed' });
  });

  it.each([
    ['has expired', -3, true, 'the certificate has expired'],
    ['signs itself', 90, false, 'the certificate is self-signed'],
  ])('fails by a certificate that %s', async (_what, days, isSigned, error) => {
    const { cert, private: key } = await createCertificate('shop.example', days, isSigned ? authority : undefined);
    const other = createSecureServer({ cert, key, allowHTTP1: true }, (_request, response) => response.end('ok'));
    const url = `https://shop.example:${String(await listening(other))}/`;
    const report = await probing({ kind: 'http', settings: { url } }, [authority.cert]);
    other.close();
    expect(report).toMatchObject({ outcome: 'failed', error });
  });

  it('fails by a certificate from nobody it knows', async () => {
    const { error } = await ask('shop.example', {}, false);
    expect(error).toMatch(/authority that is not known here|chain/);
  });
});

it('a probe never reaches an address that nobody allowed, and says so', async () => {
  const edges = { guard: addressGuard([], 'SEAMARK_PROBE_ALLOW'), monotonic: () => 0, now: () => 0 };
  const task = { kind: 'http' as const, settings: { url: 'http://127.0.0.1:1/' }, secrets: {}, assertions: [] };
  const { error } = await runProbe({ ...task, timeoutMs: 1000 }, edges);
  expect(error).toBe('127.0.0.1 is this machine itself: nobody is sent there unless SEAMARK_PROBE_ALLOW names it');
});
