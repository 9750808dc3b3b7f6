import { versionMismatch } from './versionMismatch';

describe('versionMismatch', () => {
  it.each([
    ['0.1.0', '0.1.7'],
    ['1.2.0', '1.9.4'],
  ])('is nothing for %s and %s', (plugin, server) => {
    expect(versionMismatch(plugin, server)).toBeUndefined();
  });

  it.each([
    ['0.1.0', '0.2.0'],
    ['1.0.0', '2.0.0'],
    ['0.9.0', '1.0.0'],
    ['0.1.0', 'unknown'],
  ])('names both for %s and %s', (plugin, server) => {
    expect(versionMismatch(plugin, server)).toContain(server);
  });
});
