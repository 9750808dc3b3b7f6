import type { AddressInfo, Server } from 'node:net';
import type { ProbedKind } from '../../../src/contract/health/kinds/kinds';
import { addressGuard } from '../../lib/outbound/AddressGuard';
import type { Lookup } from '../../lib/outbound/guardedLookup';
import { runProbe, type ProbeReport, type ProbeTask } from '../runProbe';

/** Every name is this machine. */
export const atHome: Lookup = (_hostname, _options, done) =>
  void setImmediate(() => done(null, [{ address: '127.0.0.1', family: 4 }]));

/** Looks at something on this machine, which the guard lets through here. */
export function probing<K extends ProbedKind>(
  task: Pick<ProbeTask<K>, 'kind' | 'settings'> & Partial<ProbeTask<K>>,
  authorities: readonly string[] = []
): Promise<ProbeReport> {
  return runProbe(
    { secrets: {}, assertions: [], timeoutMs: 5000, ...task },
    {
      guard: addressGuard(['127.0.0.0/8'], 'SEAMARK_PROBE_ALLOW'),
      monotonic: () => performance.now(),
      now: () => Date.now(),
      find: atHome,
      authorities,
    }
  );
}

/** Lets a server listen on this machine, and answers with its port. */
export function listening(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}
