import { checkKinds, kindOf } from '../../contract/health/kinds/kinds';
import type { ProbeResult } from '../../contract/resources/healthChecks';

/** A fact that a probe found besides its outcome. */
export interface Detail {
  name: string;
  text: string;
}

/** What several kinds find, and what each has words for. */
const names: Readonly<Record<string, string>> = Object.fromEntries([
  ['address', 'Address'],
  ['certificate.subject', 'Certificate of'],
  ['certificate.issuer', 'Issued by'],
  ['certificate.valid_from', 'Valid from'],
  ['certificate.expires_at', 'Valid until'],
  ['certificate.names', 'Names'],
  ['certificate.protocol', 'TLS version'],
  ['certificate.chain', 'Certificates in the chain'],
  ['certificate.fingerprint', 'Fingerprint (SHA-256)'],
  ...checkKinds.flatMap((kind) => Object.entries(kindOf(kind).details ?? {})),
]);

/** What is said of it elsewhere, or means nothing by itself. */
const leftOut = ['certificate_expires_at'];

/** What a probe found, in words and in the order in which it was found. */
export function detailTexts(details: ProbeResult['details']): Detail[] {
  return Object.entries(details).flatMap(([name, value]) =>
    leftOut.includes(name)
      ? []
      : isRecord(value)
        ? Object.entries(value).flatMap(([inner, part]) => detailOf(`${name}.${inner}`, part))
        : detailOf(name, value)
  );
}

function detailOf(name: string, value: unknown): Detail[] {
  if (value === null || value === undefined || value === '') {
    return [];
  }
  return [{ name: names[name] ?? name.replaceAll(/[_.]/g, ' '), text: textOf(name, value) }];
}

function textOf(name: string, value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(String).join(', ');
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  if (typeof value === 'number') {
    return name === 'size' ? `${value.toLocaleString('en')} bytes` : value.toLocaleString('en');
  }
  return String(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
