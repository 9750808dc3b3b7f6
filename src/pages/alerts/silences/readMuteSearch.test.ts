import { readMuteStatus, readSilencedLabels } from './readMuteSearch';

describe('the address of the silences', () => {
  it('names a state, or none that there is', () => {
    expect(readMuteStatus(new URLSearchParams('status=active'))).toBe('active');
    expect(readMuteStatus(new URLSearchParams('status=loud'))).toBeUndefined();
  });
  it('brings the labels of an alert that is to be silenced', () => {
    expect(
      readSilencedLabels(new URLSearchParams('label=team%3Dweb&label=url%3D/a%3Db&label=nonsense&label=%3Dx'))
    ).toEqual([
      { name: 'team', operator: '=', value: 'web' },
      { name: 'url', operator: '=', value: '/a=b' },
    ]);
  });
});
