import { browserKey, fakeStore, serverKey, testNow } from './testing/fakeStore';
import { envelopeOf, errorEvent } from './testing/sentryEnvelope';

const timestamp = new Date(testNow - 1000).toISOString();
const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const hints = {
  'user-agent': chrome,
  'sec-ch-ua': '"Chromium";v="140", "Not=A?Brand";v="24", "Google Chrome";v="140"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Windows"',
  'sec-ch-ua-platform-version': '"15.0.0"',
}; // prettier-ignore
const countries = { countryOf: (address: string) => (address === '203.0.113.9' ? 'DE' : undefined) };

async function send(url: string, payload: unknown, headers: Record<string, string> = {}) {
  const { app, written } = fakeStore({}, { countries });
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const answer = await app.inject({
    method: 'POST',
    url,
    remoteAddress: '203.0.113.9',
    headers: { 'content-type': 'application/json', ...headers },
    payload: body,
  });
  expect(answer.statusCode).toBeLessThan(300);
  return written[0];
}

const faro = (meta: object = {}) => ({ meta, events: [{ name: 'page_view', timestamp }] });
const faroRow = async (meta: object, headers: Record<string, string> = {}) =>
  (await send(`/collect/${browserKey}`, faro(meta), headers))?.analytics_events[0];
const plain = (item: object) => ({ items: [{ type: 'event', event_type: 'page_view', timestamp, ...item }] });
const plainRow = async (item: object, key: string, headers: Record<string, string> = {}) =>
  (await send(`/api/v1/events/${key}`, plain(item), headers))?.analytics_events[0];

describe('client hints of a request', () => {
  it('come before the user agent, whose Windows is always 10', async () => {
    const info = (await faroRow({}, hints))?.device?.info;
    expect(info).toMatchObject({ browser: 'Chrome', browser_version: '140.0.0.0', os: 'Windows', os_version: '11' });
  });

  it('come after what the page says explicitly', async () => {
    const browser = { name: 'Edge', version: '139', os: 'Windows 10', userAgent: chrome };
    const info = (await faroRow({ browser }, hints))?.device?.info;
    expect(info).toMatchObject({ browser: 'Edge', browser_version: '139', os: 'Windows', os_version: '10' });
  });

  it('say nothing of another browser, of which the page speaks', async () => {
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const info = (await faroRow({ browser: { userAgent } }, hints))?.device?.info;
    expect(info).toMatchObject({ browser: 'Firefox', os: 'Linux' });
  });

  it('tell the device of a plain batch that a browser sends, unless an item does', async () => {
    expect((await plainRow({}, browserKey, hints))?.device?.info).toMatchObject({
      browser: 'Chrome',
      os_version: '11',
    });
    expect((await plainRow({ os: 'Linux' }, browserKey, hints))?.device?.info).toEqual({ os: 'Linux' });
    expect((await plainRow({}, browserKey, { 'user-agent': 'curl/8.5.0' }))?.device).toBeNull();
    expect((await plainRow({}, serverKey, hints))?.device).toBeNull();
  });
});

describe('the country of a request', () => {
  it('is that of its address, in every protocol', async () => {
    expect((await faroRow({}))?.country).toBe('DE');
    expect((await plainRow({}, browserKey))?.country).toBe('DE');
    const envelope = envelopeOf([[{ type: 'event' }, errorEvent]]);
    const rows = await send(`/api/42/envelope/?sentry_key=${browserKey}`, envelope, { 'content-type': 'text/plain' });
    expect(rows?.error_logs[0]?.country).toBe('DE');
  });

  it('comes after what a client says', async () => {
    expect((await faroRow({ geo: { country_iso: 'fr' } }))?.country).toBe('FR');
    expect((await plainRow({ country: 'AT' }, browserKey))?.country).toBe('AT');
  });

  it('is none for a service, whose address is no visitor’s', async () => {
    expect((await plainRow({}, serverKey))?.country).toBeNull();
  });

  it('is all that is kept of the address', async () => {
    expect(JSON.stringify(await send(`/collect/${browserKey}`, faro()))).not.toContain('203.0.113');
  });
});
