import { durationText, uptimeText } from './durationText';

it.each([
  [0, '0 s'],
  [59.6, '1 min'],
  [61, '1 min 1 s'],
  [3600, '1 h'],
  [90_061, '1 d 1 h'],
  [-120, '2 min'],
])('%s seconds are %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

it.each([
  [100, '100 %'],
  [99.9999, '99.999 %'],
  [99.95, '99.95 %'],
  [0, '0 %'],
  [null, 'not observed'],
])('an uptime of %s is shown as %s', (uptime, text) => {
  expect(uptimeText(uptime)).toBe(text);
});
