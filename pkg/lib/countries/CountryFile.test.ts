import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger, type Logger } from '../Logger';
import { OperatorError } from '../OperatorError';
import { CountryFile } from './CountryFile';
import { writeCountries } from './testing/writeCountries';

const germany = { country: { iso_code: 'DE', names: { en: 'Germany' } }, city: { names: { en: 'Berlin' } } };
const networks = {
  '203.0.113.0/24': germany,
  '198.51.100.0/25': { country_code: 'fr' },
  '192.0.2.1/32': { country: 'AT' },
  '2001:db8::/32': { country: { iso_code: 'CH' } },
  '203.0.112.0/24': { registered_country: { iso_code: 'US' } },
  '203.0.111.0/24': { country: { iso_code: 'Germany' } },
};

describe('CountryFile', () => {
  let folder: string;
  let path: string;
  let now: number;
  const lines: string[] = [];
  const logger: Logger = {
    ...silentLogger,
    info: (message) => void lines.push(message),
    warn: (message) => void lines.push(message),
  };
  const open = () =>
    CountryFile.open({
      path,
      setting: 'SEAMARK_GEOIP_FILE',
      clock: { now: () => now, sleep: () => Promise.resolve() },
      logger,
    });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'countries-'));
    path = join(folder, 'country.mmdb');
    now = 0;
    lines.length = 0;
    writeFileSync(path, writeCountries(networks));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['203.0.113.9', 'DE'],
    ['198.51.100.127', 'FR'],
    ['192.0.2.1', 'AT'],
    ['2001:db8:1::1', 'CH'],
  ])('knows that %s is in %s', async (address, country) => {
    expect((await open()).countryOf(address)).toBe(country);
  });

  it.each(['198.51.100.128', '192.0.2.2', '2001:db9::1', '203.0.112.1', '203.0.111.1', '', 'unknown', '203.0.113'])(
    'knows no country of %p',
    async (address) => {
      expect((await open()).countryOf(address)).toBeUndefined();
    }
  );

  it('tells the operator that the file is not there', async () => {
    path = join(folder, 'nowhere.mmdb');
    await expect(open()).rejects.toThrow(new OperatorError(`SEAMARK_GEOIP_FILE: ${path} is not there`));
  });

  it('tells the operator that a folder is no file', async () => {
    path = folder;
    await expect(open()).rejects.toThrow(/cannot be read \(EISDIR\)/);
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['of another format', Buffer.from('a,b,c\n'.repeat(1000))],
    ['cut off', writeCountries(networks).subarray(0, 400)],
    ['without its networks', writeCountries(networks).subarray(-300)],
  ])('tells the operator of a file that is %s', async (_what, content) => {
    writeFileSync(path, content);
    await expect(open()).rejects.toThrow(/is no MaxMind-format file \(\.mmdb\), or it is damaged/);
  });

  it('notices within a minute that the file was replaced', async () => {
    const file = await open();
    writeFileSync(join(folder, 'next'), writeCountries({ '203.0.113.0/24': { country: { iso_code: 'NL' } } }));
    renameSync(join(folder, 'next'), path);
    now = 59_000;
    expect(file.countryOf('203.0.113.9')).toBe('DE');
    now = 60_000;
    file.countryOf('203.0.113.9');
    await file.refresh();
    expect(file.countryOf('203.0.113.9')).toBe('NL');
  });

  it('goes on with what it read where the new file is damaged or gone, and says so once', async () => {
    const file = await open();
    writeFileSync(path, 'half of it');
    lines.length = 0;
    await file.refresh();
    await file.refresh();
    expect(lines).toEqual([expect.stringMatching(/damaged; the one read before stays in use/)]);
    rmSync(path);
    await file.refresh();
    expect(file.countryOf('203.0.113.9')).toBe('DE');
  });

  it('writes no address into the log', async () => {
    const file = await open();
    file.countryOf('203.0.113.9');
    expect(lines.join()).not.toContain('203.0.113');
  });
});
