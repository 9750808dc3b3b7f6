import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { AddressRefused } from '../../lib/outbound/AddressGuard';
import { resolveOutbound } from '../resolveOutbound';
import type { Probe, ProbeEdges } from '../Probe';
import { Stopwatch } from '../Stopwatch';

const standardPort = 53;
const mostAnswers = 50;

/** Asks for the records of a name, of the resolver that the check names or of the system's. */
export const probeDns: Probe<'dns'> = async ({ name, record, resolver }, _secrets, edges) => {
  const own = new Resolver({ tries: 2 });
  if (resolver !== undefined) {
    own.setServers([await resolverAddress(resolver, edges)]);
  }
  const cancel = (): void => own.cancel();
  edges.signal.addEventListener('abort', cancel);
  const watch = new Stopwatch(edges.monotonic);
  try {
    const found: unknown = await own.resolve(name, record);
    watch.ended('dns');
    const answers = (Array.isArray(found) ? found : [found]).map(asText).sort().slice(0, mostAnswers);
    const facts: Record<string, string | number | undefined> = {
      answer: answers.length === 0 ? undefined : answers.join(', '),
      answer_count: answers.length,
      duration: watch.elapsed,
    };
    return {
      failure: null,
      durationMs: watch.elapsed,
      phases: watch.phases,
      find: (source) => facts[source],
      details: { answers },
    };
  } catch (error) {
    throw edges.signal.aborted ? edges.signal.reason : error;
  } finally {
    edges.signal.removeEventListener('abort', cancel);
  }
};

/** Where to ask, as `setServers` takes it: always an address, so that what was checked is what is asked. */
async function resolverAddress(resolver: string, edges: ProbeEdges): Promise<string> {
  const [, host = '', port = ''] = /^(\[[^\]]+\]|[^:]+|[0-9a-fA-F:]+)(?::(\d+))?$/.exec(resolver) ?? [];
  if (host === '') {
    throw new AddressRefused(`${resolver} is no address of a resolver`);
  }
  const address = await resolveOutbound(host, edges);
  const bracketed = isIP(address) === 6 ? `[${address}]` : address;
  return `${bracketed}:${port === '' ? standardPort : port}`;
}

/** One record as a line, the way `dig +short` prints it. */
function asText(record: unknown): string {
  if (typeof record === 'string') {
    return record;
  }
  if (Array.isArray(record)) {
    return record.join('');
  }
  return Object.values(record as Record<string, unknown>)
    .map(String)
    .join(' ');
}
