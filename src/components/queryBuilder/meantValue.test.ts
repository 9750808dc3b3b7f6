import { meantValue } from './meantValue';

const options = [
  { value: 'app', label: 'App' },
  { value: 'page_path', label: 'Page' },
  { value: 'event_data.Page', label: 'event_data.Page' },
];

describe('what a typed text means', () => {
  it.each([
    ['app', 'app'],
    ['App', 'app'],
    [' PAGE ', 'page_path'],
    ['event_data.plan', 'event_data.plan'],
    ['', ''],
  ])('"%s" is "%s"', (text, value) => {
    expect(meantValue(options, text)).toBe(value);
  });
  it('is left as it is where the options are a search', () => {
    expect(meantValue(() => Promise.resolve(options), 'App')).toBe('App');
  });
});
