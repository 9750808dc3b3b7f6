import { isIP } from 'node:net';
import { rootCertificates, type ConnectionOptions } from 'node:tls';
import { Client } from 'pg';
import { failed, type Observation } from '../../domain/health/probing/Observation';
import { errorCode } from '../../lib/errorCode';
import type { Probe, ProbeEdges } from '../Probe';
import { resolveOutbound } from '../resolveOutbound';
import { Stopwatch } from '../Stopwatch';

const standardPort = 5432;
/** Bytes of an answer beyond which nobody reads on. */
const mostBytes = 1024 * 1024;
const watchMs = 20;

/** SQLSTATE classes and codes, in words; what the server itself writes may name what nobody should see. */
const refusals: ReadonlyArray<readonly [prefix: string, words: string]> = [
  ['28P01', 'the password is wrong'],
  ['28', 'the user may not log in'],
  ['3D000', 'there is no such database'],
  ['53300', 'the server has no connection left'],
  ['57P03', 'the server is starting or stopping'],
  ['57014', 'the statement took too long'],
  ['25006', 'the statement would write'],
  ['42501', 'the user may not run the statement'],
  ['42', 'the statement cannot be run'],
];

/** Logs in and runs one statement that may only read. */
export const probePostgres: Probe<'postgres'> = async (settings, { password }, edges) => {
  const { host, port = standardPort, database, user, tls = 'off', statement = 'select 1' } = settings;
  const watch = new Stopwatch(edges.monotonic);
  const address = await resolveOutbound(host, edges);
  watch.ended('dns');
  const client = new Client({
    host: address,
    port,
    database,
    user,
    // Never from this process's environment or a file of its user.
    password: password ?? '',
    application_name: 'seamark_probe',
    options: '-c default_transaction_read_only=on',
    ssl: tls !== 'off' && tlsOptions(host, tls === 'verify', edges),
  });
  // After the probe is over there is nobody to tell.
  client.on('error', () => undefined);
  const end = (): void => void client.end().catch(() => undefined);
  edges.signal.addEventListener('abort', end);
  let isTooMuch = false;
  const guard = setInterval(() => {
    const { stream } = client.connection;
    if ('bytesRead' in stream && Number(stream.bytesRead) > mostBytes) {
      isTooMuch = true;
      stream.destroy();
    }
  }, watchMs);
  try {
    await untilAborted(client.connect(), edges.signal);
    watch.ended('connect');
    await untilAborted(client.query('begin read only'), edges.signal);
    // The extended protocol takes one statement only: none that ends the transaction and then writes.
    const question = { text: statement, rowMode: 'array' as const, queryMode: 'extended' };
    const { rows, rowCount } = await untilAborted(client.query<unknown[]>(question), edges.signal);
    watch.ended('transfer');
    const first = rows[0]?.[0];
    const facts: Record<string, string | number | undefined> = {
      value: first === null || first === undefined ? undefined : String(first),
      row_count: rowCount ?? 0,
      duration: watch.elapsed,
    };
    return { ...timed(watch), failure: null, find: (source) => facts[source], details: { row_count: rowCount ?? 0 } };
  } catch (error) {
    if (isTooMuch) {
      return failed('the answer is larger than 1 MB', timed(watch));
    }
    const words = wordsOf(error);
    if (words === undefined || edges.signal.aborted) {
      throw edges.signal.aborted ? edges.signal.reason : error;
    }
    return failed(words, timed(watch));
  } finally {
    clearInterval(guard);
    edges.signal.removeEventListener('abort', end);
    end();
  }
};

function wordsOf(error: unknown): string | undefined {
  // The client has no code for it.
  if (error instanceof Error && error.message === 'The server does not support SSL connections') {
    return 'the server does not speak TLS';
  }
  return refusals.find(([prefix]) => errorCode(error)?.startsWith(prefix))?.[1];
}

/** For the name that the check gives: the client itself is given an address. */
function tlsOptions(host: string, verify: boolean, { authorities }: ProbeEdges): ConnectionOptions {
  const bare = host.replace(/^\[|\]$/g, '');
  return {
    rejectUnauthorized: verify,
    host: bare,
    // An IP address is no name that a certificate is asked for by.
    servername: isIP(bare) === 0 ? bare : '',
    ...(authorities && { ca: [...rootCertificates, ...authorities] }),
  };
}

function timed(watch: Stopwatch): Pick<Observation, 'durationMs' | 'phases'> {
  return { durationMs: watch.elapsed, phases: watch.phases };
}

/** Answers with what comes first: a server that says nothing must not be waited for. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
