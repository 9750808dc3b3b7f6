import type { CheckKind } from '../../../contract/health/words';

/** One setting of a kind, as the form shows it. */
export interface SettingField {
  name: string;
  label: string;
  description?: string;
  placeholder?: string;
  type: 'text' | 'long' | 'number' | 'switch' | 'choice';
  /** Of a choice; the first is taken where nothing is chosen. */
  choices?: readonly string[];
  isRequired?: boolean;
}

const host: SettingField = {
  name: 'host',
  label: 'Host',
  description: 'A name or an address. Private ones are refused unless SEAMARK_PROBE_ALLOW names them',
  type: 'text',
  isRequired: true,
};
const port: SettingField = { name: 'port', label: 'Port', type: 'number' };
const say: SettingField = {
  name: 'send',
  label: 'Say',
  description: 'Sent once connected; assertions about the body look at the answer',
  type: 'text',
};

/** Settings that the form has a field for, by kind; further ones are kept as they are, and set through the API or YAML. */
export const settingFields: Record<CheckKind, readonly SettingField[]> = {
  http: [
    {
      name: 'url',
      label: 'Address',
      description: 'Private addresses are refused unless SEAMARK_PROBE_ALLOW names them',
      placeholder: 'https://shop.example/health',
      type: 'text',
      isRequired: true,
    },
    {
      name: 'method',
      label: 'Method',
      type: 'choice',
      choices: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    },
    { name: 'body', label: 'Body', type: 'long' },
    { name: 'max_redirects', label: 'Redirects to follow', placeholder: '5', type: 'number' },
  ],
  tcp: [host, { ...port, isRequired: true }, say],
  tls: [host, { ...port, placeholder: '443' }, { name: 'server_name', label: 'Name on the certificate', type: 'text' }],
  dns: [
    { name: 'name', label: 'Name', placeholder: 'shop.example', type: 'text', isRequired: true },
    {
      name: 'record',
      label: 'Record',
      type: 'choice',
      choices: ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT', 'SRV', 'CAA', 'SOA', 'PTR'],
    },
    {
      name: 'resolver',
      label: 'Resolver',
      description: "Unless given, the system's",
      placeholder: '9.9.9.9',
      type: 'text',
    },
  ],
  postgres: [
    host,
    { ...port, placeholder: '5432' },
    { name: 'database', label: 'Database', type: 'text', isRequired: true },
    { name: 'user', label: 'User', type: 'text', isRequired: true },
    { name: 'tls', label: 'TLS', type: 'choice', choices: ['off', 'require', 'verify'] },
    {
      name: 'statement',
      label: 'Statement',
      description: 'One that only reads',
      placeholder: 'select 1',
      type: 'long',
    },
  ],
  websocket: [
    { name: 'url', label: 'Address', placeholder: 'wss://shop.example/live', type: 'text', isRequired: true },
    say,
  ],
  grpc: [
    host,
    { ...port, isRequired: true },
    { name: 'service', label: 'Service', description: 'Empty: the server as a whole', type: 'text' },
    { name: 'tls', label: 'TLS', type: 'switch' },
  ],
  heartbeat: [
    {
      name: 'every_seconds',
      label: 'Reports every',
      description: 'Seconds; or give a cron expression',
      type: 'number',
    },
    { name: 'cron', label: 'Cron expression', placeholder: '0 3 * * *', type: 'text' },
    { name: 'time_zone', label: 'Time zone of the expression', placeholder: 'Europe/Berlin', type: 'text' },
    { name: 'grace_seconds', label: 'May be late by', description: 'Seconds', type: 'number' },
  ],
  derived: [
    { name: 'window_minutes', label: 'Looks back', description: 'Minutes', type: 'number', isRequired: true },
    { name: 'degraded_above', label: 'Degraded above', type: 'number' },
    { name: 'down_above', label: 'Down above', type: 'number' },
    { name: 'min_samples', label: 'Says nothing below', description: 'Samples', type: 'number' },
  ],
};

/** Kinds whose target is more than fields: made through the API or YAML, and only changed here. */
export const formKinds = [
  'http',
  'tcp',
  'tls',
  'dns',
  'postgres',
  'websocket',
  'grpc',
  'heartbeat',
] as const satisfies readonly CheckKind[];
