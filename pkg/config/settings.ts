import { OperatorError } from '../lib/OperatorError';

/** The environment of a process, as Node gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Names of all settings, without their prefix. `_FILE` variants name a file that holds the value. */
export const settingNames = [
  'DATA_DIR',
  'DATABASE_URL',
  'INGEST_ADDR',
  'ADMIN_ADDR',
  'ADMIN_TOKEN',
  'ADMIN_TOKEN_FILE',
  'ENCRYPTION_KEY',
  'ENCRYPTION_KEY_FILE',
  'REMOTE_URL',
  'REMOTE_TOKEN',
  'TRUSTED_PROXIES',
  'PUBLIC_URL',
  'GRAFANA_URL',
  'POSTGRES_UID',
  'GEOIP_FILE',
  'PROVISIONING_DIR',
  'PROBE_ALLOW',
  'LOCATION',
  'SMTP_URL',
  'MAIL_FROM',
  'WEBHOOK_ALLOW',
] as const;
export type SettingName = (typeof settingNames)[number];

/** One setting's value and the name under which the person wrote it. */
export interface Setting {
  value: string;
  /** `SEAMARK_DATA_DIR`, or the ini key `data_dir`. */
  source: string;
}

/**
 * Reads a setting: `SEAMARK_X` first, then `GF_PLUGIN_X`, which is how Grafana hands on the ini key `x` of the plugin's
 * section. An empty value is the same as none.
 */
export function readSetting(env: Environment, name: SettingName): Setting | undefined {
  const own = env[`SEAMARK_${name}`]?.trim();
  if (own) {
    return { value: own, source: `SEAMARK_${name}` };
  }
  const fromGrafana = env[`GF_PLUGIN_${name}`]?.trim();
  return fromGrafana ? { value: fromGrafana, source: `the ini key ${name.toLowerCase()}` } : undefined;
}

/** Of variables for `npm start` and the tests, which hand their environment on to the server. */
const toolPrefixes = ['SEAMARK_START_', 'SEAMARK_TEST_', 'SEAMARK_E2E_'];

/** Names of `SEAMARK_*` variables that nothing reads: most likely typing errors. */
export function unknownSettings(env: Environment): string[] {
  const known = new Set<string>(settingNames.map((name) => `SEAMARK_${name}`));
  return Object.keys(env)
    .filter((name) => name.startsWith('SEAMARK_') && !known.has(name))
    .filter((name) => !toolPrefixes.some((prefix) => name.startsWith(prefix)))
    .sort();
}

/** A setting that must be an http(s) address; answers it without a trailing slash. */
export function httpUrl(setting: Setting): string {
  let url: URL;
  try {
    url = new URL(setting.value);
  } catch (cause) {
    throw new OperatorError(`${setting.source} is not an address: write it as https://host[:port][/path]`, { cause });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new OperatorError(`${setting.source} must start with http:// or https://`);
  }
  return setting.value.replace(/\/+$/, '');
}
