import { groupConfig } from './groupConfig';

describe('a column of groups', () => {
  it.each([
    ['page_path', 'Page'],
    ['device_type', 'Device type'],
    ['metadata.interaction_target', 'Interaction target'],
    ['metadata.a.b', 'A.b'],
  ])('of %s is called %s', (name, title) => {
    expect(groupConfig(name).displayName).toBe(title);
  });
  it('says that a row has no value rather than leaving a gap', () => {
    expect(groupConfig('release').mappings).toEqual([
      expect.objectContaining({ options: expect.objectContaining({ match: 'empty', result: { text: '(none)' } }) }),
    ]);
  });
});
