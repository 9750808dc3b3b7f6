import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressGuard } from '../../lib/outbound/AddressGuard';
import { deliveryId, outgoing } from '../testing/sampleOutgoing';
import { senderParts } from '../testing/senderParts';
import { slackWebhookSender } from '../slackWebhook/slackWebhookSender';
import { webhookSender } from './webhookSender';

describe('a webhook', () => {
  let server: Server;
  let url: string;
  let received: Array<{ headers: IncomingMessage['headers']; body: string }> = [];
  let answer: (response: ServerResponse) => void;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        answer(response);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    received = [];
    answer = (response) => response.end('thanks');
  });

  const send = (secret?: string, ms = 10_000) =>
    webhookSender(senderParts()).send(outgoing(), { url, ...(secret && { secret }) }, AbortSignal.timeout(ms));

  it('carries the event, signed, with what tells a repetition and whence it comes', async () => {
    expect(await send('a shared secret')).toEqual({ outcome: 'sent', answer: '200: thanks' });
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(JSON.parse(body)).toMatchObject({
      ...{ version: 1, id: deliveryId, event: 'opened', origin: 'installation-1', count: 1 },
      rule: { name: 'LCP is poor', severity: 'high' },
      instances: [{ status: 'active', last_value: 3000, url: expect.stringContaining('https://grafana.example/') }],
    });
    expect(headers).toMatchObject({
      'idempotency-key': deliveryId,
      'x-seamark-origin': 'installation-1',
      'content-type': 'application/json',
    });
    const signed = `${String(headers['x-seamark-timestamp'])}.${body}`;
    const expected = createHmac('sha256', 'a shared secret').update(signed).digest('hex');
    expect(headers['x-seamark-signature']).toBe(`v1=${expected}`);
  });

  it('without a secret is not signed', async () => {
    await send();
    expect(received[0]?.headers).not.toHaveProperty('x-seamark-signature');
  });

  it.each([
    ['a broken receiver', 500, {}, { outcome: 'retry', answer: '500: no' }],
    [
      'a receiver that is away',
      503,
      { 'retry-after': '60' },
      { outcome: 'retry', answer: '503: no', retryAfterMs: 60_000 },
    ],
    [
      'too many requests',
      429,
      { 'retry-after': 'Mon, 23 Nov 2026 09:00:30 GMT' },
      { outcome: 'retry', answer: '429: no', retryAfterMs: 30_000 },
    ],
    ['a wait that nobody can read', 429, { 'retry-after': 'soon' }, { outcome: 'retry', answer: '429: no' }],
    ['a wrong address', 404, {}, { outcome: 'refused', answer: '404: no' }],
    ['a message it cannot take', 400, {}, { outcome: 'refused', answer: '400: no' }],
    [
      'a redirect',
      302,
      { location: 'http://169.254.169.254/' },
      { outcome: 'refused', answer: expect.stringContaining('redirects are not followed') },
    ],
  ])('meets %s with a stated outcome', async (_what, status, headers, result) => {
    answer = (response) => response.writeHead(status, headers).end('no');
    expect(await send()).toEqual(result);
    expect(received).toHaveLength(1);
  });

  it('does not wait for a receiver that says nothing, nor believe one that hangs up', async () => {
    answer = () => undefined;
    expect(await send(undefined, 300)).toEqual({ outcome: 'unknown', answer: 'There was no answer in time' });
    answer = (response) => response.socket?.destroy();
    expect(await send()).toEqual({ outcome: 'unknown', answer: expect.stringContaining('dropped') });
  });

  it('goes to no private address that a setting does not allow', async () => {
    const guard = addressGuard([], 'SEAMARK_WEBHOOK_ALLOW');
    const signal = AbortSignal.timeout(1000);
    expect(await webhookSender(senderParts({ guard })).send(outgoing(), { url }, signal)).toMatchObject({
      outcome: 'refused',
    });
    const slack = slackWebhookSender(senderParts({ guard }));
    expect(await slack.send(outgoing(), { webhook_url: url }, signal)).toMatchObject({ outcome: 'refused' });
    expect(received).toEqual([]);
  });

  it('of Slack’s gets what Slack can show, and its words are taken as they are', async () => {
    const signal = AbortSignal.timeout(10_000);
    const slack = slackWebhookSender(senderParts());
    expect(await slack.send(outgoing(), { webhook_url: url }, signal)).toMatchObject({ outcome: 'sent' });
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ text: 'Firing: LCP is poor (page_path /cart)' });
    const taken = outgoing({ kind: 'acknowledged', actor: 'ada', comment: 'on it <!channel>', references: ['x'] });
    expect(await slack.send(taken, { webhook_url: url }, signal)).toMatchObject({ outcome: 'sent' });
    const line = JSON.parse(received[1]?.body ?? '');
    expect(line.text).toBe('Acknowledged by ada: LCP is poor (page_path /cart)');
    expect(line.attachments).toBeUndefined();
    expect(line.blocks).toEqual([
      {
        type: 'section',
        text: { type: 'mrkdwn', verbatim: true, text: expect.stringContaining('\n> on it &lt;!channel') },
      },
    ]);
    answer = (response) => response.writeHead(404).end('channel_not_found');
    expect(await slack.send(outgoing(), { webhook_url: url }, signal)).toEqual({
      outcome: 'refused',
      answer: '404: channel_not_found',
    });
  });
});
