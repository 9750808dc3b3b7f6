import { forEachDatabase } from '../../store/testing/forEachDatabase';
import { HangingProxy } from '../../store/testing/HangingProxy';
import { createAuthority, createCertificate, type TestCertificate } from '../testing/authority';
import { probing } from '../testing/probing';
import { TlsFront } from './testing/TlsFront';

forEachDatabase('a PostgreSQL probe', (db) => {
  let proxy: HangingProxy;
  beforeAll(async () => {
    proxy = await HangingProxy.start(db.ownerUrl);
  });
  afterAll(() => proxy.stop());

  const look = (
    statement?: string,
    change: { user?: string; password?: string; database?: string; timeoutMs?: number; value?: string } = {}
  ) => {
    const url = new URL(proxy.urlFor(db.urlFor('query')));
    const { user = decodeURIComponent(url.username), database = decodeURIComponent(url.pathname.slice(1)) } = change;
    return probing({
      kind: 'postgres',
      settings: {
        host: 'db.example',
        port: Number(url.port),
        user,
        database,
        ...(statement !== undefined && { statement }),
      },
      secrets: { password: change.password ?? decodeURIComponent(url.password) },
      assertions: change.value === undefined ? [] : [{ source: 'value', operator: '=', value: change.value }],
      timeoutMs: change.timeoutMs ?? 5000,
    });
  };

  it('passes where it can log in', async () => {
    const report = await look();
    expect(report).toMatchObject({ outcome: 'passed', details: { row_count: 1 } });
    expect(Object.keys(report.phases)).toEqual(['dns', 'connect', 'transfer']);
  });

  it('holds what a statement answers against assertions', async () => {
    expect(await look('select 41 + 1', { value: '42' })).toMatchObject({ outcome: 'passed' });
    expect(await look('select 41', { value: '42' })).toMatchObject({ error: 'value is 41, expected: = 42' });
  });

  it.each<[string, string | undefined, Parameters<typeof look>[1], string]>([
    ['a wrong password', undefined, { password: 'wrong' }, 'the password is wrong'],
    ['a database that is not there', undefined, { database: 'none' }, 'there is no such database'],
    ['a statement that would write', 'create temporary table t (a int)', {}, 'the statement would write'],
    ['several statements in one', 'commit; create temporary table t (a int)', {}, 'the statement cannot be run'],
    ['a table that is not there', 'select secret from nowhere', {}, 'the statement cannot be run'],
    [
      'an answer without end',
      'select repeat(md5(n::text), 100) from generate_series(1, 100000) n',
      {},
      'the answer is larger than 1 MB',
    ],
    ['a statement that takes too long', 'select pg_sleep(30)', { timeoutMs: 300 }, 'no answer within 0.3 s'],
  ])('fails by %s, in words of its own', async (_what, statement, change, error) => {
    expect(await look(statement, change)).toMatchObject({ outcome: 'failed', error });
  });

  it('fails by a server that accepts and says nothing', async () => {
    proxy.hang();
    const report = await look(undefined, { timeoutMs: 300 });
    proxy.cut();
    proxy.wake();
    expect(report.error).toBe('no answer within 0.3 s');
  });

  describe('through TLS', () => {
    let authority: TestCertificate;
    beforeAll(async () => {
      authority = await createAuthority();
    });

    /** A look at the same server, behind a certificate for this name. */
    const behind = async (name: string, days: number, isSigned: boolean, tls: 'require' | 'verify') => {
      const front = await TlsFront.start(
        db.ownerUrl,
        await createCertificate(name, days, isSigned ? authority : undefined)
      );
      const url = new URL(db.urlFor('query'));
      const [user, password, database] = [url.username, url.password, url.pathname.slice(1)].map(decodeURIComponent);
      const settings = { host: 'db.example', port: front.port, user: user ?? '', database: database ?? '', tls };
      const report = await probing({ kind: 'postgres', settings, secrets: { password: password ?? '' } }, [
        authority.cert,
      ]);
      front.stop();
      return report;
    };

    it('passes where the certificate is good', async () => {
      expect(await behind('db.example', 90, true, 'verify')).toMatchObject({ outcome: 'passed' });
    });

    it.each([
      ['has expired', 'db.example', -3, true, 'the certificate has expired'],
      ['is for another name', 'www.example', 90, true, 'the certificate is for another name'],
      ['signs itself', 'db.example', 90, false, 'the certificate is self-signed'],
    ])('fails by a certificate that %s, unless it need not be valid', async (_what, name, days, isSigned, error) => {
      expect(await behind(name, days, isSigned, 'verify')).toMatchObject({ outcome: 'failed', error });
      expect(await behind(name, days, isSigned, 'require')).toMatchObject({ outcome: 'passed' });
    });

    it('fails where TLS is asked for and not spoken', async () => {
      const url = new URL(proxy.urlFor(db.urlFor('query')));
      const settings = {
        host: 'db.example',
        port: Number(url.port),
        user: 'a',
        database: 'b',
        tls: 'require' as const,
      };
      expect(await probing({ kind: 'postgres', settings })).toMatchObject({ error: 'the server does not speak TLS' });
    });
  });

  it('never takes a Unix socket for a host', async () => {
    const settings = { host: '/var/run/postgresql', database: 'postgres', user: 'postgres' };
    expect(await probing({ kind: 'postgres', settings, timeoutMs: 2000 })).toMatchObject({ outcome: 'failed' });
  });
});
