import { chosenApps, ofChosenApps } from './ofChosenApps';

describe('alerts of the chosen apps', () => {
  const alerts: Array<{ labels: Record<string, string> }> = [
    { labels: { app: 'shop' } },
    { labels: { app: 'blog' } },
    { labels: {} },
  ];
  it('are all of them where all apps are', () => {
    for (const value of [undefined, '', [], ['$__all'], '$__all']) {
      expect(ofChosenApps(alerts, chosenApps(value))).toEqual(alerts);
    }
  });
  it('are those of the chosen ones, and those that name none', () => {
    expect(ofChosenApps(alerts, chosenApps(['shop']))).toEqual([{ labels: { app: 'shop' } }, { labels: {} }]);
    expect(ofChosenApps(alerts, chosenApps('blog'))).toHaveLength(2);
  });
});
