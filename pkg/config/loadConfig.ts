import ipaddr from 'ipaddr.js';
import { join, resolve } from 'node:path';
import { OperatorError } from '../lib/OperatorError';
import type { Config } from './Config';
import { chooseDataDir, type Surroundings } from './dataDir';
import { readMail } from './readMail';
import { localUrl, parseListenAddress } from './listenAddress';
import { checkToken, parseEncryptionKey, readSecret } from './secrets';
import { httpUrl, readSetting, type Environment, type Setting } from './settings';

/** Uid of `nobody` on Debian and most others: owns nothing, may do nothing. */
const nobody = 65534;

/**
 * Environment → Config. Throws OperatorError with one line that names the setting and says how to write it.
 */
export function loadConfig(env: Environment, version: string, surroundings: Surroundings): Config {
  const ingest = parseListenAddress(readSetting(env, 'INGEST_ADDR') ?? byDefault('127.0.0.1:8027'));
  const publicUrl = readSetting(env, 'PUBLIC_URL');
  const grafanaUrl = readSetting(env, 'GRAFANA_URL');
  const adminToken = readSecret(env, 'ADMIN_TOKEN');
  const encryptionKey = readSecret(env, 'ENCRYPTION_KEY');
  const databaseUrl = readSetting(env, 'DATABASE_URL');
  const remoteToken = readSetting(env, 'REMOTE_TOKEN');
  const dataDir = chooseDataDir(env, surroundings);
  const provisioningDir = readSetting(env, 'PROVISIONING_DIR')?.value ?? join(dataDir, 'provisioning');
  return Object.freeze({
    version,
    dataDir,
    databaseUrl: databaseUrl && checkDatabaseUrl(databaseUrl),
    ingest,
    admin: parseListenAddress(readSetting(env, 'ADMIN_ADDR') ?? byDefault('127.0.0.1:8028')),
    adminToken: adminToken && checkToken(adminToken),
    encryptionKey: encryptionKey && parseEncryptionKey(encryptionKey),
    remote: readRemote(env),
    remoteToken: remoteToken && checkToken(remoteToken),
    trustedProxies: readNetworks(readSetting(env, 'TRUSTED_PROXIES')),
    publicUrl: publicUrl ? httpUrl(publicUrl) : localUrl(ingest),
    grafanaUrl: grafanaUrl && httpUrl(grafanaUrl),
    probeAllow: readNetworks(readSetting(env, 'PROBE_ALLOW')),
    location: readLocation(readSetting(env, 'LOCATION')),
    mail: readMail(env),
    webhookAllow: readNetworks(readSetting(env, 'WEBHOOK_ALLOW')),
    geoipFile: readSetting(env, 'GEOIP_FILE')?.value,
    provisioningDir: resolve(surroundings.cwd, provisioningDir),
    postgresUid: readUid(readSetting(env, 'POSTGRES_UID')),
  });
}

const byDefault = (value: string): Setting => ({ value, source: 'default' });

function checkDatabaseUrl({ value, source }: Setting): string {
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value)) {
    throw new OperatorError(`${source} is not a database address: write postgres://user:password@host:5432/database`);
  }
  return value;
}

function readRemote(env: Environment): Config['remote'] {
  const url = readSetting(env, 'REMOTE_URL');
  const token = readSetting(env, 'REMOTE_TOKEN');
  if (!url) {
    return undefined;
  }
  if (!token) {
    throw new OperatorError(
      `${url.source} is set without a token: create one of scope "remote" on that server and set SEAMARK_REMOTE_TOKEN`
    );
  }
  return { url: httpUrl(url), token: checkToken(token) };
}

function readNetworks(setting: Setting | undefined): readonly string[] {
  const networks = setting?.value.split(/[\s,]+/).filter(Boolean) ?? [];
  for (const network of networks) {
    if (!ipaddr.isValidCIDR(network) && !ipaddr.isValid(network)) {
      throw new OperatorError(
        `${setting?.source}: "${network}" is not a network: write 10.0.0.0/8 or a single address`
      );
    }
  }
  return Object.freeze(networks);
}

function readLocation(setting: Setting | undefined): string {
  const { value, source } = setting ?? byDefault('default');
  if (value.length > 64 || !/^[\p{L}\p{N} ._/-]+$/u.test(value)) {
    throw new OperatorError(`${source} must be a short name such as frankfurt-1: letters, digits, spaces, . _ / -`);
  }
  return value;
}

function readUid(setting: Setting | undefined): number {
  if (!setting) {
    return nobody;
  }
  const uid = Number(setting.value);
  if (!Number.isInteger(uid) || uid <= 0 || uid > 0xffff_fffe) {
    throw new OperatorError(`${setting.source} must be the number of a user other than root`);
  }
  return uid;
}
