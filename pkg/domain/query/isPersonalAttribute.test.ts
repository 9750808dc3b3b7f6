import { isPersonalAttribute } from './isPersonalAttribute';

describe('an attribute that may tell of a person', () => {
  it.each([
    'message',
    'log.message',
    'user',
    'user.id',
    'user_email',
    'userId',
    'sessionId',
    'first_name',
    'error_stack',
    'client_ip',
    'Email',
  ])('%s does', (key) => {
    expect(isPersonalAttribute(key)).toBe(true);
  });
  it.each([
    'button',
    'http.method',
    'element',
    'name',
    'component_name',
    'messages_sent',
    'usage',
    'ship',
    'zip',
    'context',
    'interval_seconds',
  ])('%s does not', (key) => {
    expect(isPersonalAttribute(key)).toBe(false);
  });
});
