import { gzipSync } from 'node:zlib';
import type { ExternalNotification } from '../../domain/alerting/integrations/ExternalAlert';
import {
  alertmanagerNotification,
  grafanaNotification,
} from '../../domain/alerting/integrations/testing/notifications';
import { StoreAway } from '../../domain/ingest/RowWriter';
import { fakeStore } from './testing/fakeStore';

const id = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const known = { id, orgId: 7, kind: 'grafana' as const, ruleId: id };

/** A listener that knows one integration, and what arrived for it. */
function story(receive?: () => Promise<never>) {
  const received: ExternalNotification[] = [];
  const { app, state } = fakeStore(
    {},
    {
      externalAlerts: {
        find: async (asked, token) => (asked === id && token === 'right' ? known : undefined),
        receive: async (_integration, notification) => {
          await receive?.();
          received.push(notification);
          return { opened: 1, resolved: 0 };
        },
      },
    }
  );
  const post = async (payload: unknown, headers: Record<string, string> = {}, address = `/alerts/${id}`) => {
    const answer = await app.inject({
      method: 'POST',
      url: address,
      headers: { 'content-type': 'application/json', authorization: 'Bearer right', ...headers },
      payload: Buffer.isBuffer(payload) || typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
    return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
  };
  return { app, state, received, post };
}

describe('POST /alerts/{integration}', () => {
  it('takes what Grafana and Alertmanager send, and says what became of it', async () => {
    const { post, received } = story();
    expect(await post(grafanaNotification())).toMatchObject({
      status: 200,
      body: { accepted: 2, opened: 1, resolved: 0, rejected: [], truncated: 0 },
    });
    expect(await post(alertmanagerNotification())).toMatchObject({ status: 200, body: { truncated: 3 } });
    expect(received).toHaveLength(2);
  });

  it('takes a compressed body', async () => {
    const { post } = story();
    const body = gzipSync(JSON.stringify(grafanaNotification()));
    expect((await post(body, { 'content-encoding': 'gzip' })).status).toBe(200);
  });

  it.each([
    ['no token', {}, { authorization: '' }],
    ['a wrong token', {}, { authorization: 'Bearer wrong' }],
    ['a password', {}, { authorization: 'Basic cmlnaHQ6cmlnaHQ=' }],
    ['an integration that does not exist', { address: '/alerts/7f9619ff-8b86-4d01-b42d-00cf4fc964ff' }, {}],
    ['a name in place of an id', { address: '/alerts/grafana' }, {}],
  ])('answers 401 to %s', async (_what, { address }: { address?: string }, headers) => {
    const { post, received } = story();
    expect(await post(grafanaNotification(), headers, address)).toMatchObject({
      status: 401,
      body: { error: { code: 'unauthorized' } },
    });
    expect(received).toEqual([]);
  });

  it('refuses what a Seamark sent, for it would never end', async () => {
    const { post, received } = story();
    expect(await post(grafanaNotification(), { 'x-seamark-origin': 'abc' })).toMatchObject({
      status: 400,
      body: { error: { code: 'loop' } },
    });
    expect(received).toEqual([]);
  });

  it.each([
    ['no JSON', '{"alerts":', 400],
    ['a list', '[]', 400],
    ['a payload of another form', '{"text":"hello"}', 400],
    ['an empty body', '', 400],
    ['too large a body', JSON.stringify({ alerts: [], filler: 'x'.repeat(2_200_000) }), 413],
  ])('answers %s with what to do', async (_what, body, status) => {
    const { post } = story();
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toEqual(expect.any(String));
  });

  it('names what it cannot take, and takes the rest', async () => {
    const { post } = story();
    const { alerts, ...others } = grafanaNotification();
    const answer = await post({ ...others, alerts: [...alerts, null] });
    expect(answer.body).toMatchObject({ accepted: 2, rejected: [{ index: 2, reason: 'must be an object' }] });
  });

  it('sends away who sends too much, and lets them in again', async () => {
    const { post, state } = story();
    for (let sent = 0; sent < 200; sent += 1) {
      await post('{"alerts":[]}');
    }
    const answer = await post('{"alerts":[]}');
    expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
    state.now += 1000;
    expect((await post('{"alerts":[]}')).status).toBe(200);
  });

  it('asks to come again while the database is away', async () => {
    const { post } = story(() => Promise.reject(new StoreAway('The database is away', 2)));
    expect(await post(grafanaNotification())).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
  });
});
