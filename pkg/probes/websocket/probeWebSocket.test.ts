import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { WebSocketServer } from 'ws';
import { createAuthority, createCertificate, type TestCertificate } from '../testing/authority';
import { listening, probing } from '../testing/probing';

describe('a WebSocket probe', () => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    server = createServer((_request, response) => response.writeHead(403).end());
    const sockets = new WebSocketServer({ server, path: '/live' });
    sockets.on('connection', (socket) => {
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        return text === 'bye' ? socket.close() : socket.send(text === 'large' ? 'x'.repeat(100_000) : `got ${text}`);
      });
    });
    port = await listening(server);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const look = (path: string, send?: string, timeoutMs = 5000) =>
    probing({
      kind: 'websocket',
      settings: { url: `ws://chat.example:${String(port)}${path}`, ...(send !== undefined && { send }) },
      assertions: send === undefined ? [] : [{ source: 'body', operator: '=', value: `got ${send}` }],
      timeoutMs,
    });

  it('passes where it is opened', async () => {
    expect(await look('/live')).toMatchObject({ outcome: 'passed' });
  });

  it('says something and hears the answer', async () => {
    expect(await look('/live', 'hello')).toMatchObject({ outcome: 'passed' });
  });

  it.each([
    ['where it is not opened', '/none', undefined, /^answered 40\d instead of opening a WebSocket$/],
    ['where it is closed before it answers', '/live', 'bye', /^connection closed/],
    ['by an answer that is too large', '/live', 'large', /./],
  ])('fails %s', async (_what, path, send, error) => {
    expect(await look(path, send)).toMatchObject({ outcome: 'failed', error: expect.stringMatching(error) });
  });

  describe('through TLS', () => {
    let authority: TestCertificate;
    beforeAll(async () => {
      authority = await createAuthority();
    });

    /** A look at a WebSocket behind a certificate for this name. */
    const behind = async (name: string, days: number, isSigned = true, verify_certificate = true) => {
      const { cert, private: key } = await createCertificate(name, days, isSigned ? authority : undefined);
      const secure = createSecureServer({ cert, key });
      new WebSocketServer({ server: secure });
      const url = `wss://chat.example:${String(await listening(secure))}/`;
      const report = await probing({ kind: 'websocket', settings: { url, verify_certificate } }, [authority.cert]);
      secure.closeAllConnections();
      secure.close();
      return report;
    };

    it('passes where the certificate is good, and tells of it', async () => {
      expect(await behind('chat.example', 90)).toMatchObject({
        outcome: 'passed',
        details: { certificate: { subject: 'chat.example' } },
      });
    });

    it.each([
      ['has expired', 'chat.example', -3, true, 'the certificate has expired'],
      ['is for another name', 'www.example', 90, true, 'the certificate is for another name'],
      ['signs itself', 'chat.example', 90, false, 'the certificate is self-signed'],
    ])('fails by a certificate that %s, unless it need not be valid', async (_what, name, days, isSigned, error) => {
      expect(await behind(name, days, isSigned)).toMatchObject({ outcome: 'failed', error });
      expect(await behind(name, days, isSigned, false)).toMatchObject({ outcome: 'passed' });
    });
  });
});
