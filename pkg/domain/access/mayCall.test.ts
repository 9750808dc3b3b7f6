import type { Role } from '../../../src/contract/RouteDeclaration';
import type { Identity } from './Identity';
import { mayCall } from './mayCall';

const user = (role: Role): Identity => ({ orgId: 1, role, scope: 'user', login: 'ada', seesPersonal: false });

describe('who may call a route', () => {
  it.each<[Role, Role, boolean]>([
    ['Viewer', 'Viewer', true],
    ['Viewer', 'Editor', false],
    ['Viewer', 'Admin', false],
    ['Editor', 'Viewer', true],
    ['Editor', 'Editor', true],
    ['Editor', 'Admin', false],
    ['Admin', 'Viewer', true],
    ['Admin', 'Editor', true],
    ['Admin', 'Admin', true],
  ])('%s on a route for %s: %s', (role, declared, expected) => {
    expect(mayCall(user(role), declared)).toBe(expected);
  });

  it('keeps an upload token from every route of people', () => {
    expect(mayCall({ ...user('Viewer'), scope: 'upload' }, 'Viewer')).toBe(false);
  });
});
