import type { CheckSettings } from '../../../contract/health/settings';
import { checkKinds, type CheckKind } from '../../../contract/health/words';

/** One setting of a kind, as the form shows it. */
export interface SettingField {
  name: string;
  label: string;
  description?: string;
  placeholder?: string;
  type: 'text' | 'long' | 'number' | 'switch' | 'choice';
  /** Of a choice; the first is what holds where nothing is chosen. */
  choices?: readonly string[];
  isRequired?: boolean;
  /** Of a switch: it is on where nothing is said. */
  isUsuallyOn?: boolean;
}

type Shown = Omit<SettingField, 'name'>;
/** Settings that have parts of the form for themselves. */
type Apart = 'headers' | 'auth' | 'query';

const host: Shown = {
  label: 'Host',
  description: 'A name or an address. Private ones are refused unless SEAMARK_PROBE_ALLOW names them',
  type: 'text',
  isRequired: true,
};
const port: Shown = { label: 'Port', type: 'number' };
const neededPort: Shown = { ...port, isRequired: true };
const say: Shown = {
  label: 'Say',
  description: 'Sent once connected; assertions about the body look at the answer',
  type: 'text',
};
const verify: Shown = {
  label: 'Certificate must be valid',
  description: 'For its name, and from an authority that is known; off: any will do',
  type: 'switch',
  isUsuallyOn: true,
};
const limit = (label: string): Shown => ({ label, description: 'In the unit of the query', type: 'number' });

// A setting that the contract has and the form has not does not compile.
const fields: { readonly [K in CheckKind]: Record<Exclude<keyof CheckSettings[K], Apart>, Shown> } = {
  http: {
    url: {
      label: 'Address',
      description: 'Private addresses are refused unless SEAMARK_PROBE_ALLOW names them',
      placeholder: 'https://shop.example/health',
      type: 'text',
      isRequired: true,
    },
    method: {
      label: 'Method',
      type: 'choice',
      choices: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    },
    body: { label: 'Body', type: 'long' },
    max_redirects: {
      label: 'Redirects to follow',
      description: 'From 0 to 10; each is checked as the first address is',
      placeholder: '5',
      type: 'number',
    },
    http_version: {
      label: 'HTTP version',
      description: 'What the server offers, or one that it must speak',
      type: 'choice',
      choices: ['any', '1.1', '2'],
    },
    verify_certificate: verify,
  },
  tcp: { host, port: neededPort, send: say },
  tls: { host, port: { ...port, placeholder: '443' }, server_name: { label: 'Name on the certificate', type: 'text' } },
  dns: {
    name: { label: 'Name', placeholder: 'shop.example', type: 'text', isRequired: true },
    record: {
      label: 'Record',
      type: 'choice',
      choices: ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT', 'SRV', 'CAA', 'SOA', 'PTR'],
      isRequired: true,
    },
    resolver: {
      label: 'Resolver',
      description: "Unless given, the system's",
      placeholder: '9.9.9.9',
      type: 'text',
    },
  },
  postgres: {
    host,
    port: { ...port, placeholder: '5432' },
    database: { label: 'Database', type: 'text', isRequired: true },
    user: { label: 'User', type: 'text', isRequired: true },
    tls: {
      label: 'TLS',
      description: 'verify: the certificate must be valid as well',
      type: 'choice',
      choices: ['off', 'require', 'verify'],
    },
    statement: { label: 'Statement', description: 'One that only reads', placeholder: 'select 1', type: 'long' },
  },
  websocket: {
    url: { label: 'Address', placeholder: 'wss://shop.example/live', type: 'text', isRequired: true },
    send: say,
    verify_certificate: verify,
  },
  grpc: {
    host,
    port: neededPort,
    service: { label: 'Service of the health protocol', description: 'Empty: the server as a whole', type: 'text' },
    tls: { label: 'TLS', type: 'switch' },
    verify_certificate: verify,
  },
  heartbeat: {
    every_seconds: { label: 'Reports every', description: 'Seconds; or give a cron expression', type: 'number' },
    cron: { label: 'Cron expression', placeholder: '0 3 * * *', type: 'text' },
    time_zone: { label: 'Time zone of the expression', placeholder: 'Europe/Berlin', type: 'text' },
    grace_seconds: { label: 'May be late by', description: 'Seconds', placeholder: '60', type: 'number' },
  },
  derived: {
    window_minutes: {
      label: 'Looks back',
      description: 'Minutes, a day at most',
      placeholder: '5',
      type: 'number',
      isRequired: true,
    },
    degraded_above: limit('Degraded above'),
    down_above: limit('Down above'),
    min_samples: {
      label: 'Says nothing below',
      description: 'Samples in that time; empty: whenever there is a number',
      type: 'number',
    },
  },
};

/** Settings by kind, besides headers, authentication and the query of a derived check, which have parts of their own. */
export const settingFields = Object.fromEntries(
  checkKinds.map((kind) => [kind, Object.entries<Shown>(fields[kind]).map(([name, shown]) => ({ name, ...shown }))])
) as unknown as Record<CheckKind, readonly SettingField[]>;

/** Kinds that send headers of one's own. */
export function hasHeaders(kind: CheckKind): boolean {
  return kind === 'http' || kind === 'websocket';
}
