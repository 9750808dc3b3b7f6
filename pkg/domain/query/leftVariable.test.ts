import { leftVariable } from './leftVariable';

describe('a template variable that nobody filled in', () => {
  it.each(['$app', '${app}', '${app:regex}', 'x-${app}', '${__user.login}'])('is found in %j', (text) => {
    expect(leftVariable(text)).toBeDefined();
  });
  it.each(['app', '$', '$5', 'a$', '/odata/$batch', '${', '$ {app}', '[[app]]'])('is not seen in %j', (text) => {
    expect(leftVariable(text)).toBeUndefined();
  });
  it.each(['^$app$', 'x|$app', '${app}'])('is found in the pattern %j', (text) => {
    expect(leftVariable(text, true)).toBeDefined();
  });
  it.each(['^a$', 'a$|b', '\\$app', '$'])('is not seen in the pattern %j', (text) => {
    expect(leftVariable(text, true)).toBeUndefined();
  });
});
