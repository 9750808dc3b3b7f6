import { Client, credentials, type ClientOptions, type ServiceError } from '@grpc/grpc-js';
import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import { failed } from '../../domain/health/probing/Observation';
import type { Probe } from '../Probe';
import { resolveOutbound } from '../resolveOutbound';
import { Stopwatch } from '../Stopwatch';
import { healthRequest, servingStatus } from './healthMessages';

const method = '/grpc.health.v1.Health/Check';
const mostBytes = 64 * 1024;
/** Status codes of gRPC that say something else than that there was no connection. */
const refusals: Readonly<Record<number, string>> = {
  5: 'the server does not know that service',
  7: 'the server refuses to say',
  12: 'the server has no health service',
  16: 'the server wants to know who asks',
};

/** Asks the standard health service of a gRPC server. */
export const probeGrpc: Probe<'grpc'> = async (settings, _secrets, edges) => {
  const { host, port, service = '', tls = false, verify_certificate: verify = true } = settings;
  const watch = new Stopwatch(edges.monotonic);
  const address = await resolveOutbound(host, edges);
  watch.ended('dns');
  const target = isIP(address) === 6 ? `ipv6:[${address}]:${String(port)}` : `ipv4:${address}:${String(port)}`;
  const options: ClientOptions = {
    'grpc.default_authority': host,
    'grpc.ssl_target_name_override': host,
    'grpc.enable_http_proxy': 0,
    'grpc.enable_retries': 0,
    'grpc.max_receive_message_length': mostBytes,
    'grpc.use_local_subchannel_pool': 1,
  };
  const { authorities } = edges;
  const known = authorities && Buffer.from([...rootCertificates, ...authorities].join('\n'));
  const secure = credentials.createSsl(known, null, null, { rejectUnauthorized: verify });
  const client = new Client(target, tls ? secure : credentials.createInsecure(), options);
  const end = (): void => client.close();
  edges.signal.addEventListener('abort', end);
  try {
    const status = await check(client, service, edges.signal);
    watch.ended('first_byte');
    const facts: Record<string, string | number> = { status, duration: watch.elapsed };
    return {
      failure: null,
      durationMs: watch.elapsed,
      phases: watch.phases,
      find: (source) => facts[source],
      details: { status, address },
    };
  } catch (error) {
    const words = refusals[Number((error as Partial<ServiceError>).code)];
    if (words === undefined || edges.signal.aborted) {
      throw edges.signal.aborted ? edges.signal.reason : error;
    }
    return failed(words, { durationMs: watch.elapsed, phases: watch.phases });
  } finally {
    edges.signal.removeEventListener('abort', end);
    client.close();
  }
};

function check(client: Client, service: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = client.makeUnaryRequest(
      method,
      (request: Buffer) => request,
      servingStatus,
      healthRequest(service),
      (error, status) => {
        if (error !== null || status === undefined) {
          reject(signal.aborted ? (signal.reason as Error) : connectionError(error));
        } else {
          resolve(status);
        }
      }
    );
    signal.addEventListener('abort', () => call.cancel(), { once: true });
  });
}

/** What OpenSSL says of a certificate, and the code that Node has for it. */
const certificateWords: ReadonlyArray<readonly [text: string, code: string]> = [
  ['certificate has expired', 'CERT_HAS_EXPIRED'],
  ['certificate is not yet valid', 'CERT_NOT_YET_VALID'],
  ['self-signed certificate in certificate chain', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ['self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['unable to verify the first certificate', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['unable to get local issuer certificate', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
];

/** gRPC hides the system's error in its text, and OpenSSL's with no code at all. */
function connectionError(error: ServiceError | null): Error {
  const details = error?.details ?? '';
  const code =
    /\b(E[A-Z]{4,}|ERR_TLS_[A-Z_]+)\b/.exec(details)?.[1] ??
    certificateWords.find(([text]) => details.includes(text))?.[1];
  return code === undefined ? (error ?? new Error('no answer')) : Object.assign(new Error(code), { code });
}
