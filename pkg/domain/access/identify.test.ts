import { findGrant, type TokenGrant, type TokenSources } from './findGrant';
import { type Credentials, identify } from './identify';
import { type IdentityClaims, signIdentity } from './identityHeader';

const now = Date.UTC(2026, 10, 23);
const claims: IdentityClaims = { orgId: 7, login: 'ada', role: 'Editor', seesPersonal: true, exp: now + 60_000 };
const bare: Credentials = { secret: 's3cret', identity: undefined, organisation: undefined };
const own = (scope: TokenGrant['scope']): TokenGrant => ({ scope, orgId: undefined });

describe('naming who stands behind a request', () => {
  it('takes a bare admin token for "API", an Admin of the first organisation', () => {
    expect(identify(bare, own('admin'), now)).toEqual({
      orgId: 1,
      role: 'Admin',
      scope: 'admin',
      login: 'API',
      seesPersonal: true,
    });
  });

  it('lets the server’s admin token choose the organisation', () => {
    expect(identify({ ...bare, organisation: '42' }, own('admin'), now)).toMatchObject({ orgId: 42 });
  });

  it.each(['', '0', '-1', '1.5', '1e3', ' 1', '1, 2', '99999999999999999', 'one'])(
    'refuses the organisation %j as unreadable',
    (organisation) => {
      expect(identify({ ...bare, organisation }, own('admin'), now)).toMatchObject({ status: 400 });
    }
  );

  it('keeps a token in the organisation where it was made', () => {
    const grant: TokenGrant = { scope: 'admin', orgId: 7 };
    expect(identify(bare, grant, now)).toMatchObject({ orgId: 7 });
    expect(identify({ ...bare, organisation: '7' }, grant, now)).toMatchObject({ orgId: 7 });
    expect(identify({ ...bare, organisation: '8' }, grant, now)).toMatchObject({ status: 403 });
  });

  it.each(['read', 'upload'] as const)('gives a token of scope %s no personal fields', (scope) => {
    expect(identify(bare, { scope, orgId: 7 }, now)).toEqual({
      orgId: 7,
      role: 'Viewer',
      scope,
      login: 'API',
      seesPersonal: false,
    });
  });

  it.each(['admin', 'read', 'upload'] as const)('refuses an identity beside a token of scope %s', (scope) => {
    const identity = signIdentity(claims, bare.secret);
    expect(identify({ ...bare, identity }, own(scope), now)).toMatchObject({ status: 403 });
  });
});

describe('a remote token', () => {
  const signed: Credentials = { ...bare, identity: signIdentity(claims, bare.secret) };

  it('speaks for the user its header names', () => {
    expect(identify(signed, own('remote'), now)).toEqual({
      orgId: 7,
      role: 'Editor',
      scope: 'user',
      login: 'ada',
      seesPersonal: true,
    });
  });

  it('names nobody by itself', () => {
    expect(identify(bare, own('remote'), now)).toMatchObject({ status: 403 });
  });

  it('does not speak by a header signed with something else', () => {
    const identity = signIdentity(claims, 'something else');
    expect(identify({ ...bare, identity }, own('remote'), now)).toMatchObject({ status: 403 });
  });

  it('does not speak for users of another organisation than its own', () => {
    expect(identify(signed, { scope: 'remote', orgId: 8 }, now)).toMatchObject({ status: 403 });
  });

  it('does not let a second header change the organisation', () => {
    expect(identify({ ...signed, organisation: '8' }, own('remote'), now)).toMatchObject({ status: 403 });
  });

  it('shows a Viewer no personal fields, even when the header grants them', () => {
    const identity = signIdentity({ ...claims, role: 'Viewer' }, bare.secret);
    expect(identify({ ...bare, identity }, own('remote'), now)).toMatchObject({ role: 'Viewer', seesPersonal: false });
  });
});

describe('finding what a secret grants', () => {
  const sources: TokenSources = {
    adminToken: 'admin',
    remoteSecrets: ['plugin'],
    tokens: {
      find: async (secret) => (secret === 'stored' ? { id: 'x', orgId: 3, scope: 'read', name: 'grafana' } : undefined),
    },
  };

  it.each([
    ['admin', { scope: 'admin', orgId: undefined }],
    ['plugin', { scope: 'remote', orgId: undefined }],
    ['stored', { scope: 'read', orgId: 3 }],
    ['', undefined],
    ['Admin', undefined],
    ['admin ', undefined],
  ])('%j', async (secret, expected) => {
    expect(await findGrant(secret, sources)).toEqual(expected);
  });
});
