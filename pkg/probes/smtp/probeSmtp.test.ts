import { createServer, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { createAuthority, createCertificate, type TestCertificate } from '../testing/authority';
import { listening, probing } from '../testing/probing';

describe('an SMTP probe', () => {
  let authority: TestCertificate;
  let good: TestCertificate;
  const servers: Array<{ close: () => void }> = [];
  const held: Socket[] = [];
  beforeAll(async () => {
    authority = await createAuthority();
    good = await createCertificate('mx.example', 90, authority);
  });
  afterAll(() => {
    held.forEach((socket) => socket.destroy());
    servers.forEach((server) => server.close());
  });

  /** A real mail server with these options; its port. */
  async function serve(options: SMTPServerOptions = {}, { cert, private: key } = good): Promise<number> {
    const server = new SMTPServer({ name: 'mx.example', cert, key, closeTimeout: 1, ...options });
    server.on('error', () => undefined);
    servers.push({ close: () => server.close() });
    return listening(server.server as Server);
  }

  /** Something that takes connections and does with them what it is told. */
  async function misbehave(act: (socket: Socket) => void): Promise<number> {
    const server = createServer((socket) => {
      held.push(socket.on('error', () => undefined));
      act(socket);
    });
    servers.push(server);
    return listening(server);
  }

  const look = (
    port: number,
    more: Partial<Parameters<typeof probing<'smtp'>>[0]> & { encryption?: 'starttls' | 'tls' } = {}
  ) => {
    const { encryption, ...task } = more;
    const settings = { host: 'mx.example', port, ...(encryption && { encryption }) };
    return probing({ kind: 'smtp', settings, ...task }, [authority.cert]);
  };

  it('passes where a mail server greets, and tells what it offers', async () => {
    const assertions = [
      { source: 'greeting', operator: 'contains' as const, value: 'mx.example ESMTP' },
      { source: 'extensions', operator: 'contains' as const, value: 'STARTTLS' },
    ];
    const report = await look(await serve(), { assertions });
    expect(report).toMatchObject({ outcome: 'passed', details: { address: '127.0.0.1' } });
    expect(report.details.extensions).toContain('STARTTLS');
    expect(report.details).not.toHaveProperty('certificate');
    expect(Object.keys(report.phases)).toEqual(['dns', 'connect', 'first_byte', 'transfer']);
  });

  it('changes to TLS where it is asked to, and looks at the certificate', async () => {
    const assertions = [{ source: 'certificate_days', operator: '>' as const, value: 14 }];
    const report = await look(await serve(), { encryption: 'starttls', assertions });
    expect(report).toMatchObject({
      outcome: 'passed',
      details: { certificate: { subject: 'mx.example', issuer: 'Test authority' } },
    });
    expect(report.details).toHaveProperty('certificate_expires_at');
    expect(report.phases).toHaveProperty('tls');
  });

  it('speaks TLS from the first byte where the port wants that', async () => {
    const report = await look(await serve({ secure: true }), { encryption: 'tls' });
    expect(report).toMatchObject({ outcome: 'passed', details: { certificate: { subject: 'mx.example' } } });
  });

  it('fails where STARTTLS is wanted and not offered', async () => {
    expect(await look(await serve({ disabledCommands: ['STARTTLS'] }), { encryption: 'starttls' })).toMatchObject({
      outcome: 'failed',
      error: 'the server does not offer STARTTLS',
    });
  });

  it.each([
    ['has expired', 'mx.example', -3, true, 'the certificate has expired'],
    ['is for another name', 'www.example', 90, true, 'the certificate is for another name'],
    ['signs itself', 'mx.example', 90, false, 'the certificate is self-signed'],
  ])('fails by a certificate that %s, unless it need not be valid', async (_what, name, days, isSigned, error) => {
    const certificate = await createCertificate(name, days, isSigned ? authority : undefined);
    const port = await serve({}, certificate);
    expect(await look(port, { encryption: 'starttls' })).toMatchObject({ outcome: 'failed', error });
    const settings = { host: 'mx.example', port, encryption: 'starttls' as const, verify_certificate: false };
    expect(await probing({ kind: 'smtp', settings })).toMatchObject({ outcome: 'passed' });
  });

  it('fails where the server sends it away, without repeating what it writes', async () => {
    const port = await serve({ onConnect: (_session, done) => done(new Error('secret reason')) });
    expect((await look(port)).error).toMatch(/^the server greets with \d{3}, expected: 220$/);
  });

  it.each<[string, (socket: Socket) => void, string]>([
    ['says nothing', () => undefined, 'no answer within 0.3 s'],
    ['drips', (socket) => void drip(socket), 'no answer within 0.3 s'],
    ['speaks HTTP', (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'), 'the answer is no SMTP'],
    ['never ends its line', (socket) => socket.write('2'.repeat(20_000)), 'the reply is longer than 16 KB'],
    ['never ends its reply', (socket) => socket.write('220-more\r\n'.repeat(2000)), 'the reply is longer than 16 KB'],
    ['hangs up', (socket) => socket.end(), 'connection closed by the other side'],
    ['hangs up after its greeting', (socket) => socket.end('220 bye\r\n'), 'connection closed by the other side'],
    ['sends what is no text', (socket) => socket.write(Buffer.from([0xff, 0xfe, 0x00, 0x0a])), 'the answer is no SMTP'],
  ])('fails by a server that %s', async (_what, act, error) => {
    expect(await look(await misbehave(act), { timeoutMs: 300 })).toMatchObject({ outcome: 'failed', error });
  });

  it('takes nothing for a part of TLS that was said before it', async () => {
    const port = await misbehave((socket) => {
      socket.write('220 mx.example\r\n');
      socket.on('data', (said: Buffer) =>
        socket.write(
          said.toString().startsWith('EHLO') ? '250-mx.example\r\n250 STARTTLS\r\n' : '220 go\r\n250 injected\r\n'
        )
      );
    });
    expect(await look(port, { encryption: 'starttls' })).toMatchObject({
      error: 'the server says more than it was asked before it changes to TLS',
    });
  });
});

/** One byte each tenth of a second, for as long as anybody listens. */
async function drip(socket: Socket): Promise<void> {
  for (const byte of '220 mx.example ESMTP at your service') {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (socket.destroyed) {
      return;
    }
    socket.write(byte);
  }
}
