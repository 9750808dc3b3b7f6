import { contextOf } from '../testing/contextOf';
import { callerOf } from './callerOf';

describe('callerOf', () => {
  it.each(['Viewer', 'Editor', 'Admin'] as const)('takes a %s as Grafana names them', (role) => {
    expect(callerOf(contextOf(role))).toEqual({ orgId: 7, login: 'jo', role });
  });

  it('calls a person without a login anonymous', () => {
    expect(callerOf(contextOf('Viewer', ''))?.login).toBe('anonymous');
  });

  it.each(['None', '', 'admin', 'Grafana Admin', 'Owner'])('knows nobody with the role "%s"', (role) => {
    expect(callerOf(contextOf(role))).toBeUndefined();
  });

  it('knows nobody without a context, a user or an organisation', () => {
    expect(callerOf(undefined)).toBeUndefined();
    expect(callerOf({ ...contextOf('Admin'), user: undefined })).toBeUndefined();
    expect(callerOf({ ...contextOf('Admin'), orgId: 0 })).toBeUndefined();
    expect(callerOf({ ...contextOf('Admin'), orgId: -1 })).toBeUndefined();
  });
});
