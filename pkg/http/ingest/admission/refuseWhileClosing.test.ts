import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { browserKey, fakeStore, idleWriter, testNow } from '../testing/fakeStore';

const payload = { events: [{ name: 'click', timestamp: new Date(testNow).toISOString() }] };
const request = { method: 'POST', url: `/collect/${browserKey}`, payload } as const;

describe('a listener that closes', () => {
  it('names a time to whoever still comes on an open connection, and closes it', async () => {
    const { app, written } = fakeStore();
    await app.listen({ host: '127.0.0.1', port: 0 });
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    let answer = '';
    app.server.closeIdleConnections = () => undefined;
    const closed = app.close();
    socket.write(`POST ${request.url} HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}`);
    socket.on('data', (data) => (answer += data.toString()));
    await Promise.all([closed, once(socket, 'close')]);
    expect(answer).toMatch(/^HTTP\/1.1 503 [^]*retry-after: 5\r\n/i);
    expect(answer).toMatch(/connection: close\r\n/i);
    expect(written).toEqual([]);
  });

  it('answers what is under way once it is stored', async () => {
    const steps: string[] = [];
    let begin = (): void => undefined;
    let store = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const stored = new Promise<void>((resolve) => (store = resolve));
    const write = () => {
      begin();
      return stored.then(() => []);
    };
    const { app } = fakeStore({}, { writer: { ...idleWriter, write } });
    const answer = app.inject(request).then(({ statusCode }) => steps.push(`answered ${statusCode}`));
    await begun;
    const closed = app.close().then(() => steps.push('closed'));
    store();
    await Promise.all([answer, closed]);
    expect(steps).toContain('answered 202');
  });
});
