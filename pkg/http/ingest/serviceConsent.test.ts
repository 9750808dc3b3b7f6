import { fakeStore, serverKey, testNow } from './testing/fakeStore';

const logs = {
  resourceLogs: [{ scopeLogs: [{ logRecords: [{ timeUnixNano: String(testNow * 1e6), body: { stringValue: 'hello' } }] }] }],
}; // prettier-ignore

async function eventsOf(headers: Record<string, string>): Promise<number | undefined> {
  const { app, written } = fakeStore({ consentMode: 'required' });
  await app.inject({
    method: 'POST',
    url: '/v1/logs',
    headers: { 'x-api-key': serverKey, 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(logs),
  });
  return written[0]?.analytics_events.length ?? 0;
}

describe('consent for what a service sends', () => {
  it('is not asked where it is about a machine', async () => {
    expect(await eventsOf({})).toBe(1);
  });

  it.each([
    ['a refusal', { 'x-seamark-consent': 'denied' }],
    ['DNT', { dnt: '1' }],
    ['Sec-GPC', { 'sec-gpc': '1' }],
  ])('is obeyed where it hands on %s of a visitor', async (_what, headers) => {
    expect(await eventsOf(headers)).toBe(0);
  });
});
