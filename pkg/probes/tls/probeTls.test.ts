import type { Server } from 'node:net';
import { createServer } from 'node:tls';
import { createAuthority, createCertificate, type TestCertificate } from '../testing/authority';
import { listening, probing } from '../testing/probing';

describe('a TLS probe', () => {
  let authority: TestCertificate;
  const servers: Server[] = [];
  beforeAll(async () => {
    authority = await createAuthority();
  });
  afterAll(() => servers.forEach((server) => server.close()));

  async function serve({ cert, private: key }: TestCertificate): Promise<number> {
    const server = createServer({ cert, key }, (socket) => socket.on('error', () => undefined));
    servers.push(server);
    return listening(server);
  }
  const look = async (certificate: TestCertificate, host = 'mail.example') =>
    probing({ kind: 'tls', settings: { host, port: await serve(certificate) } }, [authority.cert]);

  it('passes with a certificate that is good for a while, and tells of it', async () => {
    const report = await look(await createCertificate('mail.example', 90, authority));
    expect(report).toMatchObject({
      outcome: 'passed',
      details: { certificate: { subject: 'mail.example', issuer: 'Test authority', names: ['DNS:mail.example'] } },
    });
  });

  it('warns of one that ends within two weeks', async () => {
    expect(await look(await createCertificate('mail.example', 10, authority))).toMatchObject({
      outcome: 'warned',
      error: 'certificate days is 10, expected: > 14',
    });
  });

  it('fails by one that has ended, and still says when', async () => {
    const report = await look(await createCertificate('mail.example', -3, authority));
    expect(report).toMatchObject({ outcome: 'failed', error: 'the certificate has expired' });
    expect(report.details).toHaveProperty('certificate_expires_at');
  });

  it('fails by one for another name', async () => {
    expect(await look(await createCertificate('www.example', 90, authority))).toMatchObject({
      error: 'the certificate is for another name',
    });
  });

  it('fails by one that signs itself', async () => {
    expect(await look(await createCertificate('mail.example', 90))).toMatchObject({
      error: 'the certificate is self-signed',
    });
  });
});
