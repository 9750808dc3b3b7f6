import { browserKey, fakeStore, serverKey, testApp, testNow } from '../../pkg/http/ingest/testing/fakeStore';
import { jsonCases } from './json/jsonCases';
import { requestOf } from './requestOf';
import { seedsOf } from './seedsOf';

const payloads = seedsOf({ browserKey, serverKey, number: testApp().number }, testNow);
const requests = 400;

describe('the ingest listener', () => {
  const { app } = fakeStore({ allowedOrigins: ['*'] });
  afterAll(() => app.close());

  const post = async (url: string, headers: Record<string, string>, payload: Buffer): Promise<number> =>
    (await app.inject({ method: 'POST', url, headers, payload })).statusCode;

  it('takes every recorded and public payload as it is', async () => {
    for (const { path, contentType, lines, bytes } of payloads) {
      const body = lines === undefined ? bytes : Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'));
      const status = await post(path, { 'content-type': contentType, 'x-api-key': serverKey }, body);
      expect([path, contentType, Math.floor(status / 100)]).toEqual([path, contentType, 2]);
    }
  });

  it('never fails for a changed one', async () => {
    for (let index = 0; index < requests; index += 1) {
      const request = requestOf(payloads, serverKey, 1, index);
      const status = request === undefined ? 500 : await post(request.path, request.headers, request.body);
      expect([index, status < 500]).toEqual([index, true]);
    }
  }, 60_000);

  it('refuses what is no JSON and fails for no JSON', async () => {
    const headers = { 'content-type': 'application/json', 'x-api-key': serverKey };
    for (const { name, verdict, body } of jsonCases()) {
      const status = await post('/api/v1/events', headers, body);
      expect([name, status < 500, verdict === 'n' && status < 300]).toEqual([name, true, false]);
    }
  }, 60_000);
});

describe('a request of a fuzz run', () => {
  it('is the same whenever and wherever it is made again', () => {
    const [first, again] = [1, 2].map(() => requestOf(payloads, serverKey, 7, 4711));
    expect(again).toEqual(first);
    expect(requestOf(payloads, serverKey, 8, 4711)).not.toEqual(first);
  });
});
