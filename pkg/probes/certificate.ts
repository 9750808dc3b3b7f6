import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import { day } from '../lib/duration';

/** What a person wants to know of a server's certificate, and what assertions ask. */
export interface SeenCertificate {
  subject: string;
  issuer: string;
  /** ISO 8601. */
  valid_from: string;
  expires_at: string;
  /** SHA-256, hexadecimal with colons. */
  fingerprint: string;
  names: string[];
  protocol: string;
  /** Certificates in the chain that was sent. */
  chain: number;
}

const mostNames = 20;

/** The certificate that a connection was answered with; undefined where there is none. */
export function certificateOf(socket: TLSSocket): SeenCertificate | undefined {
  const certificate = socket.getPeerCertificate(true);
  // Node answers an empty object where there is none.
  if (!certificate?.valid_to) {
    return undefined;
  }
  return {
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    valid_from: new Date(certificate.valid_from).toISOString(),
    expires_at: new Date(certificate.valid_to).toISOString(),
    fingerprint: certificate.fingerprint256,
    names: (certificate.subjectaltname ?? '').split(', ').filter(Boolean).slice(0, mostNames),
    protocol: socket.getProtocol() ?? '',
    chain: chainLength(certificate),
  };
}

/** Whole days until a certificate ends; negative once it has. */
export function daysLeft({ expires_at }: SeenCertificate, now: number): number {
  return Math.floor((Date.parse(expires_at) - now) / day);
}

function nameOf(name: DetailedPeerCertificate['subject'] | undefined): string {
  return String(name?.CN ?? name?.O ?? '');
}

function chainLength(certificate: DetailedPeerCertificate): number {
  const seen = new Set<string>();
  for (let link: DetailedPeerCertificate | undefined = certificate; link && !seen.has(link.fingerprint256);) {
    seen.add(link.fingerprint256);
    link = link.issuerCertificate;
  }
  return seen.size;
}
