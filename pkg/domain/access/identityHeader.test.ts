import { createHmac } from 'node:crypto';
import { type IdentityClaims, longestLife, signIdentity, verifyIdentity } from './identityHeader';

const now = Date.UTC(2026, 10, 23);
const token = 'remote-token';
const claims: IdentityClaims = { orgId: 7, login: 'ada', role: 'Editor', seesPersonal: true, exp: now + 60_000 };

const signAnything = (value: unknown) => {
  const payload = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  return `${payload}.${createHmac('sha256', token).update(payload).digest('base64url')}`;
};

describe('the identity header', () => {
  it('gives back the claims that were signed', () => {
    expect(verifyIdentity(signIdentity(claims, token), token, now)).toEqual(claims);
  });

  it('is worth nothing under another token', () => {
    expect(verifyIdentity(signIdentity(claims, 'other'), token, now)).toBeUndefined();
  });

  it('is worth nothing when one claim was changed after signing', () => {
    const [, signed] = signIdentity(claims, token).split('.');
    const forged = Buffer.from(JSON.stringify({ ...claims, role: 'Admin' })).toString('base64url');
    expect(verifyIdentity(`${forged}.${signed}`, token, now)).toBeUndefined();
  });

  it('ends at its expiry', () => {
    const header = signIdentity(claims, token);
    expect(verifyIdentity(header, token, claims.exp - 1)).toEqual(claims);
    expect(verifyIdentity(header, token, claims.exp)).toBeUndefined();
  });

  it('may not claim to live longer than a request needs', () => {
    const header = signIdentity({ ...claims, exp: now + longestLife + 1 }, token);
    expect(verifyIdentity(header, token, now)).toBeUndefined();
  });

  it.each(['', '.', 'a', 'a.b', 'a.b.c', '..', `${signIdentity(claims, token)}.x`])('refuses %j', (header) => {
    expect(verifyIdentity(header, token, now)).toBeUndefined();
  });

  it.each([
    ['text that is not JSON', 'not json'],
    ['null', null],
    ['a list', []],
    ['an unknown role', { ...claims, role: 'Root' }],
    ['a role from the prototype', { ...claims, role: 'constructor' }],
    ['an organisation that is no number', { ...claims, orgId: '7' }],
    ['organisation 0', { ...claims, orgId: 0 }],
    ['a fractional organisation', { ...claims, orgId: 1.5 }],
    ['no login', { ...claims, login: undefined }],
    ['an expiry that is no number', { ...claims, exp: null }],
    ['personal sight that is not a boolean', { ...claims, seesPersonal: 'yes' }],
  ])('refuses %s even under a good signature', (_, value) => {
    expect(verifyIdentity(signAnything(value), token, now)).toBeUndefined();
  });
});
