import { checkInWords } from './checkInWords';

it.each([
  ['http', { url: 'https://shop.example/' }, 'https://shop.example/'],
  ['tcp', { host: 'cache.example', port: 6379 }, 'cache.example:6379'],
  ['tls', { host: 'shop.example' }, 'shop.example'],
  ['dns', { name: 'shop.example', record: 'MX', resolver: '9.9.9.9' }, 'MX of shop.example at 9.9.9.9'],
  ['heartbeat', { every_seconds: 600 }, 'every 600 s'],
  ['heartbeat', { cron: '0 3 * * *' }, '0 3 * * * (UTC)'],
] as const)('a %s check of %j looks at “%s”', (kind, settings, text) => {
  expect(checkInWords({ kind, settings })).toBe(text);
});
