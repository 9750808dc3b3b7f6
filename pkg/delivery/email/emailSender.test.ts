import { sampleInstance, deliveryId, outgoing } from '../testing/sampleOutgoing';
import { senderParts } from '../testing/senderParts';
import { FakeMailServer } from '../testing/FakeMailServer';
import type { NoticeMessage } from '../../domain/alerting/messages/NoticeMessage';
import { emailSender } from './emailSender';

describe('email', () => {
  const server = new FakeMailServer();
  let url: string;
  beforeAll(async () => {
    url = await server.start();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    server.mails.length = 0;
  });

  const settings = { to: ['oncall@shop.example', 'ada@shop.example'] };
  const send = (message: Partial<NoticeMessage> = {}, signal = AbortSignal.timeout(10_000), to = settings.to) =>
    emailSender(senderParts({ mail: { url, from: 'Seamark <alerts@shop.example>' } })).send(
      outgoing(message),
      { to },
      signal
    );
  const last = () => {
    const mail = server.mails.at(-1);
    if (mail === undefined) {
      throw new Error('no mail has arrived');
    }
    return mail;
  };

  it('says what fires, where and how to get there, as text and as HTML', async () => {
    expect(await send()).toEqual({ outcome: 'sent', answer: expect.stringContaining('250') });
    const { subject, text, html, from, to } = last();
    expect(subject).toBe('[high] LCP is poor (page_path /cart)');
    expect(from?.text).toBe('"Seamark" <alerts@shop.example>');
    expect([to].flat().map((each) => each?.text)).toEqual(['oncall@shop.example, ada@shop.example']);
    const address = 'https://grafana.example/a/seamark-monitoring-app/alerts/019abcde-0000-7000-8000-0000000000a1';
    for (const part of ['Firing', 'LCP is poor (page_path /cart)', 'P75 of LCP: 3 s', address]) {
      expect(text).toContain(part);
      expect(html).toContain(part);
    }
  });

  it('is one conversation to a mail client, and nothing that a machine answers', async () => {
    await send();
    expect(last().messageId).toBe(`<${deliveryId}@shop.example>`);
    expect(last().headers.get('auto-submitted')).toBe('auto-generated');
    expect(last().headerLines.find(({ key }) => key === 'list-id')?.line).toContain(
      '<019abcde-0000-7000-8000-0000000000f1.seamark.shop.example>'
    );
    await send({ kind: 'resolved', references: ['first', 'second'], topic: '[high] LCP is poor' });
    expect(last()).toMatchObject({
      subject: 'Re: [high] LCP is poor',
      inReplyTo: '<second@shop.example>',
      references: ['<first@shop.example>', '<second@shop.example>'],
    });
  });

  it('lists twenty instances and counts the others', async () => {
    const instances = Array.from({ length: 25 }, (_, index) => sampleInstance({ title: `page ${index}.` }));
    await send({ instances });
    expect(last().text).toContain('page 19.');
    expect(last().text).not.toContain('page 20.');
    expect(last().text).toContain('and 5 more');
    expect(last().html).toContain('and 5 more');
  });

  it('lets no text become a header, a recipient or markup', async () => {
    const title = 'poor\r\nBcc: eve@evil.example\r\n\r\n<script>alert("x")</script>';
    const rule = { id: null, name: 'LCP\r\nBcc: eve@evil.example', severity: 'high' as const };
    await send({ rule, instances: [sampleInstance({ title })], comment: '<img src=x onerror=alert(1)>' });
    const { subject, html, bcc, headerLines } = last();
    expect(subject).toBe('[high] poor Bcc: eve@evil.example <script>alert("x")</script>');
    expect(bcc).toBeUndefined();
    expect(headerLines.map(({ key }) => key)).not.toContain('bcc');
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('&lt;script&gt;');
  });

  it.each([
    ['a mailbox that is full for now', { at: 'recipient', what: 452 }, 'retry', '452'],
    ['a mailbox that there is not', { at: 'recipient', what: 550 }, 'refused', '550'],
    ['a server that is busy', { at: 'connect', what: 421 }, 'retry', '421'],
    ['a server that does not serve us', { at: 'connect', what: 554 }, 'retry', '554'],
    ['a message that is refused for good', { at: 'data', what: 554 }, 'refused', '554'],
    ['a message that is put off', { at: 'data', what: 451 }, 'retry', '451'],
    ['a connection that drops at once', { at: 'connect', what: 'drop' }, 'unknown', 'lost'],
    ['a connection that drops after the text', { at: 'data', what: 'drop' }, 'unknown', 'lost'],
  ] as const)('meets %s with a stated outcome', async (_what, fault, outcome, answer) => {
    server.faults.push(fault);
    const result = await send({}, AbortSignal.timeout(10_000), ['oncall@shop.example']);
    expect(result).toEqual({ outcome, answer: expect.stringContaining(answer) });
    expect(server.mails).toEqual([]);
  });

  it('some of whose recipients are refused is sent to the others, and says so', async () => {
    server.faults.push({ at: 'recipient', what: 550 });
    const result = await send();
    expect(result).toEqual({ outcome: 'sent', answer: expect.stringContaining('not taken for oncall@shop.example') });
  });

  it('does not wait for a server that says nothing', async () => {
    server.faults.push({ at: 'data', what: 'silence' });
    const result = await send({}, AbortSignal.timeout(300));
    expect(result).toEqual({ outcome: 'unknown', answer: 'There was no answer in time' });
  });

  it('waits for an operator whose server is away, or whose password is wrong', async () => {
    const strict = new FakeMailServer({ user: 'seamark' });
    const address = await strict.start();
    const from = 'alerts@shop.example';
    const wrong = emailSender(senderParts({ mail: { url: address.replace('//', '//eve:x@'), from } }));
    const signal = AbortSignal.timeout(10_000);
    expect(await wrong.send(outgoing(), settings, signal)).toMatchObject({ outcome: 'retry' });
    await strict.stop();
    const away = emailSender(senderParts({ mail: { url: address, from } }));
    expect(await away.send(outgoing(), settings, signal)).toMatchObject({
      outcome: 'retry',
      answer: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('that nobody has set up says what to set', async () => {
    const result = await emailSender(senderParts()).send(outgoing(), settings, AbortSignal.timeout(1000));
    expect(result).toEqual({
      outcome: 'refused',
      answer: 'Email is not configured: set SEAMARK_SMTP_URL and SEAMARK_MAIL_FROM',
    });
  });
});
