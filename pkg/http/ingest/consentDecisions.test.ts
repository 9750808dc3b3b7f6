import type { ConsentMode } from '../../../src/contract/resources/apps';
import { browserKey, fakeStore, serverKey, testNow } from './testing/fakeStore';

const timestamp = new Date(testNow - 1000).toISOString();
const faro = (attributes?: object, user?: object) => ({
  meta: { session: { id: 's1', ...(attributes && { attributes }) }, ...(user && { user }) },
  events: [{ name: 'pay', timestamp }],
});
const envelope = [{}, { type: 'event' }, { message: 'boom', user: { id: 'ada' } }].map((line) => JSON.stringify(line));
const plain = { items: [{ type: 'event', event_type: 'user_action', user_id: 'ada', timestamp }] };

describe('the decision that a request carries', () => {
  const send = async (
    url: string,
    payload: object | string,
    { headers = {}, mode = 'required' }: { headers?: Record<string, string>; mode?: ConsentMode } = {}
  ) => {
    const { app, written } = fakeStore({ consentMode: mode });
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: { origin: 'https://shop.example', 'content-type': 'application/json', ...headers },
      payload,
    });
    expect(answer.statusCode).toBeLessThan(300);
    return { decisions: written.flatMap(({ consent_decisions }) => consent_decisions), written };
  };
  const collect = `/collect/${browserKey}`;
  const granted = { headers: { 'x-seamark-consent': 'granted' } };
  const denied = { headers: { 'x-seamark-consent': 'denied' } };

  it('is stored with the rows, under the pseudonym they have', async () => {
    const { decisions, written } = await send(collect, faro({ consent: 'granted' }, { id: 'ada' }));
    expect(decisions).toEqual([
      {
        org_id: 7,
        app_id: expect.any(String),
        owner: written[0]?.analytics_events[0]?.user_id,
        day: Date.parse('2026-11-23'),
        mode: 'required',
        decision: 'granted',
        source: 'site',
      },
    ]);
  });

  it.each([
    ['Faro', collect, faro(undefined, { id: 'ada' })],
    ['Sentry', `/api/42/envelope/?sentry_key=${browserKey}`, envelope.join('\n')],
    ['a plain batch', `/api/v1/events/${browserKey}`, plain],
  ])('is taken from the header too: %s', async (_name, url, payload) => {
    const { decisions, written } = await send(url, payload, granted);
    const row = written[0]?.analytics_events[0] ?? written[0]?.error_logs[0];
    expect(decisions).toMatchObject([{ decision: 'granted', owner: row?.user_id }]);
  });

  it('of a visitor without a name has the visitor’s pseudonym', async () => {
    const { decisions, written } = await send(collect, faro({ consent: 'analytics=granted' }));
    expect(decisions).toMatchObject([
      { decision: 'analytics=granted', owner: written[0]?.analytics_events[0]?.visitor_id },
    ]);
  });

  it.each([
    ['Faro', collect, faro(undefined, { id: 'ada' })],
    ['a plain batch', `/api/v1/events/${browserKey}`, plain],
  ])('that is a refusal names nobody, whoever sends it: %s', async (_name, url, payload) => {
    const [here] = (await send(url, payload, denied)).decisions;
    const [agreed] = (await send(url, payload, granted)).decisions;
    const [nameless] = (await send(collect, faro(), denied)).decisions;
    expect(here).toMatchObject({ decision: 'denied', owner: nameless?.owner });
    expect(here?.owner).not.toBe(agreed?.owner);
  });

  it.each([
    ['where there is none', {}, undefined],
    ['where consent is off', { mode: 'off' as const, ...granted }, undefined],
    ['where the browser refuses', { headers: { ...granted.headers, dnt: '1' } }, undefined],
    ['where it is unreadable', {}, { consent: 'perhaps' }],
  ])('is not stored %s', async (_when, options, attributes) => {
    expect((await send(collect, faro(attributes), options)).decisions).toEqual([]);
  });

  it('of a service that names nobody has no owner, and is not stored', async () => {
    const { decisions } = await send(
      `/api/v1/events/${serverKey}`,
      { items: [{ type: 'health', service_name: 'api', status: 'healthy', checked_at: timestamp }] },
      granted
    );
    expect(decisions).toEqual([]);
  });
});
