import { createServer, type Server } from 'node:http';
import { WebSocketServer } from 'ws';
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
});
