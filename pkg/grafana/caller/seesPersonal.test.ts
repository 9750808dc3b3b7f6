import { idTokenOf } from '../testing/idTokenOf';
import { seesPersonal } from './seesPersonal';

const now = Date.UTC(2026, 10, 23, 9);
const admin = { orgId: 7, login: 'jo', role: 'Admin' } as const;
const claims = { aud: ['org:7'], sub: 'user:1', type: 'user', username: 'jo', role: 'Admin', exp: now / 1000 + 600 };
const sees = (caller: Parameters<typeof seesPersonal>[0], change: object = {}) =>
  seesPersonal(caller, idTokenOf({ ...claims, ...change }), now);

describe('seesPersonal', () => {
  it('is true for an Editor or Admin whom the token names too', () => {
    expect(sees(admin)).toBe(true);
    expect(sees({ ...admin, role: 'Editor' }, { role: 'Editor' })).toBe(true);
    expect(sees(admin, { aud: 'org:7' })).toBe(true);
  });

  it('is true for a service account', () => {
    expect(sees({ ...admin, login: 'sa-ci' }, { type: 'service-account', username: undefined })).toBe(true);
  });

  it('goes by the role of the context where the token names none', () => {
    expect(sees(admin, { role: undefined })).toBe(true);
  });

  it('is false without a token: an alert rule, a public dashboard', () => {
    expect(seesPersonal({ ...admin, login: 'grafana_scheduler' }, undefined, now)).toBe(false);
    expect(seesPersonal({ ...admin, login: 'service' }, '', now)).toBe(false);
  });

  it('is false for the person who looks at a public dashboard, which asks as "service"', () => {
    expect(sees({ ...admin, login: 'service' })).toBe(false);
  });

  it.each([
    ['a Viewer', { role: 'Viewer' }, {}],
    ['a Viewer by the token', {}, { role: 'Viewer' }],
    ['a role that we do not know', {}, { role: 'None' }],
    ['another person', {}, { username: 'mary' }],
    ['another organisation', {}, { aud: ['org:8'] }],
    ['several audiences', {}, { aud: ['org:7', 'org:8'] }],
    ['an expired token', {}, { exp: now / 1000 - 60 }],
    ['a token without an end', {}, { exp: undefined }],
    ['an anonymous visitor', {}, { type: 'anonymous' }],
    ['a service account by the token alone', {}, { type: 'service-account' }],
    ['a token without a type', {}, { type: undefined }],
  ])('is false for %s', (_, caller, change) => {
    expect(sees({ ...admin, ...(caller as Partial<typeof admin>) }, change)).toBe(false);
  });

  it.each(['x', 'a.b', 'a.b.c', 'a.b.c.d', `e30.${Buffer.from('[]').toString('base64url')}.s`, '..'])(
    'is false for "%s" in place of a token',
    (token) => {
      expect(seesPersonal(admin, token, now)).toBe(false);
    }
  );
});
