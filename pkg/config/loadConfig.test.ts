import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from './loadConfig';
import { unknownSettings, type Environment } from './settings';

const byHand = { cwd: '/srv', pluginDir: undefined };
const inGrafana = { cwd: '/usr/share/grafana', pluginDir: '/plugins/seamark-monitoring-app/datasource' };
const load = (env: Environment, surroundings: typeof byHand | typeof inGrafana = byHand) =>
  loadConfig(env, '1.2.3', surroundings);

describe('settings', () => {
  it('have defaults that listen on loopback and use the embedded database', () => {
    expect(load({})).toMatchObject({
      dataDir: '/srv/.seamark',
      databaseUrl: undefined,
      ingest: { host: '127.0.0.1', port: 8027 },
      admin: { host: '127.0.0.1', port: 8028 },
      publicUrl: 'http://127.0.0.1:8027',
      geoipFile: undefined,
      postgresUid: 65534,
      provisioningDir: '/srv/.seamark/provisioning',
    });
  });

  it('treat an empty value as unset', () => {
    expect(load({ SEAMARK_DATA_DIR: '  ', SEAMARK_INGEST_ADDR: '' }).dataDir).toBe('/srv/.seamark');
  });

  it('arrive from the ini section of Grafana, where the own variable wins', () => {
    const env = { GF_PLUGIN_INGEST_ADDR: ':9000', GF_PLUGIN_ADMIN_ADDR: ':9001', SEAMARK_ADMIN_ADDR: '[::1]:9002' };
    expect(load(env)).toMatchObject({ ingest: { host: '0.0.0.0', port: 9000 }, admin: { host: '::1', port: 9002 } });
  });

  it.each([
    [{ SEAMARK_INGEST_ADDR: '8027' }, 'SEAMARK_INGEST_ADDR is not a listen address'],
    [{ SEAMARK_INGEST_ADDR: '127.0.0.1:99999' }, 'SEAMARK_INGEST_ADDR is not a listen address'],
    [{ GF_PLUGIN_ADMIN_ADDR: 'localhost' }, 'the ini key admin_addr is not a listen address'],
    [{ SEAMARK_DATABASE_URL: 'mysql://x' }, 'SEAMARK_DATABASE_URL is not a database address'],
    [{ SEAMARK_ADMIN_TOKEN: 'short' }, 'SEAMARK_ADMIN_TOKEN must be at least 16'],
    [{ SEAMARK_ADMIN_TOKEN_FILE: '/nowhere/token' }, '/nowhere/token cannot be read'],
    [{ SEAMARK_ENCRYPTION_KEY: 'abcd' }, 'SEAMARK_ENCRYPTION_KEY must be 32 bytes'],
    [{ SEAMARK_REMOTE_URL: 'https://seamark.example' }, 'SEAMARK_REMOTE_URL is set without a token'],
    [{ SEAMARK_PUBLIC_URL: 'ftp://x' }, 'SEAMARK_PUBLIC_URL must start with http'],
    [{ SEAMARK_TRUSTED_PROXIES: '10.0.0.0/8, proxy' }, '"proxy" is not a network'],
    [{ SEAMARK_POSTGRES_UID: '0' }, 'SEAMARK_POSTGRES_UID must be the number of a user other than root'],
  ])('that are wrong stop the start with one line: %j', (env, message) => {
    expect(() => load(env)).toThrow(message);
  });

  it('never repeat a secret in the error about it', () => {
    expect(() => load({ SEAMARK_ENCRYPTION_KEY: 'hunter2hunter2' })).toThrow(/^((?!hunter2).)*$/);
  });

  it('take a secret from a file, but not from a file and a variable at once', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'seamark-config-')), 'token');
    writeFileSync(file, 'a-token-from-a-file-0123\n');
    expect(load({ SEAMARK_ADMIN_TOKEN_FILE: file }).adminToken).toBe('a-token-from-a-file-0123');
    expect(() => load({ SEAMARK_ADMIN_TOKEN_FILE: file, SEAMARK_ADMIN_TOKEN: 'x'.repeat(20) })).toThrow('both set');
  });

  it('take an encryption key as hex or base64', () => {
    const key = Buffer.alloc(32, 7);
    expect(load({ SEAMARK_ENCRYPTION_KEY: key.toString('hex') }).encryptionKey).toEqual(key);
    expect(load({ SEAMARK_ENCRYPTION_KEY: key.toString('base64') }).encryptionKey).toEqual(key);
  });

  it('that nobody reads are named, so that a typing error is seen', () => {
    const forTools = { SEAMARK_TEST_DATABASE_URL: 'z', SEAMARK_START_SHOP_PORT: '1', SEAMARK_E2E_SHOP_URL: 'u' };
    const found = unknownSettings({ SEAMARK_DATADIR: '/x', SEAMARK_DATA_DIR: '/y', ...forTools });
    expect(found).toEqual(['SEAMARK_DATADIR']);
  });
});

describe('the data directory inside Grafana', () => {
  it('is what the ini says before anything Grafana gives away', () => {
    const env = { GF_PLUGIN_DATA_DIR: '/var/lib/seamark', GF_PATHS_DATA: '/var/lib/grafana' };
    expect(load(env, inGrafana).dataDir).toBe('/var/lib/seamark');
  });

  it('lies in the data path of Grafana where that is known', () => {
    expect(load({ GF_PATHS_DATA: '/var/lib/grafana' }, inGrafana).dataDir).toBe('/var/lib/grafana/seamark');
    expect(load({ GF_ENTERPRISE_LICENSE_PATH: '/data/license.jwt' }, inGrafana).dataDir).toBe('/data/seamark');
  });

  it('falls back to the state directory of the user', () => {
    expect(load({ HOME: '/home/grafana' }, inGrafana).dataDir).toBe('/home/grafana/.local/state/seamark');
  });

  it('is refused inside the folder of the plugin, which Grafana serves without login', () => {
    const env = { GF_PLUGIN_DATA_DIR: '/plugins/seamark-monitoring-app/data' };
    expect(() => load(env, inGrafana)).toThrow("lies in the plugin's folder");
  });
});
