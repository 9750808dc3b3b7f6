import { errorCode } from '../lib/errorCode';
import { AddressRefused } from '../lib/outbound/AddressGuard';

/** What the system and OpenSSL say, in words that a person at night understands. */
const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  EPIPE: 'connection closed by the other side',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to the network',
  ETIMEDOUT: 'no answer to the attempt to connect',
  ENOTFOUND: 'no such name',
  ENODATA: 'the name has no such record',
  EAI_AGAIN: 'the name could not be looked up',
  ESERVFAIL: 'the resolver failed',
  EREFUSED: 'the resolver refused the question',
  HPE_INVALID_CONSTANT: 'the answer is no HTTP',
  HPE_HEADER_OVERFLOW: 'the headers of the answer are too large',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'the chain ends in a self-signed certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the chain of the certificate is incomplete',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the certificate is from an authority that is not known here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another name',
};

/**
 * Why a probe failed: short, and safe to show to anybody. What this server knows of itself, and what the other side
 * wrote, stays out of it.
 */
export function describeFailure(error: unknown, timeoutMs: number): string {
  if (error instanceof AddressRefused) {
    return error.message;
  }
  if (isTimeout(error)) {
    return `no answer within ${timeoutMs / 1000} s`;
  }
  const code = errorCode(error);
  if (code !== undefined && words[code] !== undefined) {
    return words[code];
  }
  if (code?.startsWith('HPE_')) {
    return 'the answer is no HTTP';
  }
  return code?.startsWith('ERR_SSL_') ? 'the other side does not speak TLS as it should' : 'the connection failed';
}

/** By name: the reason of an aborted signal is an error of another realm in some surroundings. */
function isTimeout(error: unknown): boolean {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  return name === 'TimeoutError' || name === 'AbortError';
}
