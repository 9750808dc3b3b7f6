import { generate } from 'selfsigned';
import { day } from '../../lib/duration';

/** A certificate with its key, as PEM. */
export interface TestCertificate {
  cert: string;
  private: string;
}

const now = Date.now();
const named = (commonName: string) => [{ name: 'commonName', value: commonName }];

/** An authority of the test's own, for edges to trust. */
export function createAuthority(): Promise<TestCertificate> {
  return generate(named('Test authority'), {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - 400 * day),
    notAfterDate: new Date(now + 400 * day),
    extensions: [{ name: 'basicConstraints', cA: true, critical: true }],
  });
}

/**
 * A certificate for a name, good for a number of days from now on; negative: it ended that long ago. Without an authority
 * it signs itself.
 */
export function createCertificate(name: string, days: number, authority?: TestCertificate): Promise<TestCertificate> {
  return generate(named(name), {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - 200 * day),
    notAfterDate: new Date(now + days * day + day / 2),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
    ...(authority && { ca: { key: authority.private, cert: authority.cert } }),
  });
}
