import type { Socket } from 'node:net';
import { rootCertificates } from 'node:tls';
import { connectOutbound, type OutboundTarget } from '../lib/outbound/connectOutbound';
import type { ProbeEdges } from './Probe';
import type { Stopwatch } from './Stopwatch';

/** Connects to a target, through TLS where it says so. Rejects with what the connection says, or the signal's reason. */
export function openConnection(target: OutboundTarget, edges: ProbeEdges, watch: Stopwatch): Promise<Socket> {
  const { guard, signal, find, authorities } = edges;
  const known = authorities && { ca: [...rootCertificates, ...authorities] };
  const whole = target.tls === undefined ? target : { ...target, tls: { ...known, ...target.tls } };
  return new Promise((resolve, reject) => {
    // Throws inside of the promise where the host itself is refused.
    const socket = watch.watch(connectOutbound(whole, { guard, signal, ...(find && { find }) }));
    socket.once(target.tls === undefined ? 'connect' : 'secureConnect', () => resolve(socket));
    socket.once('error', (error) => reject(signal.aborted ? (signal.reason as Error) : error));
  });
}
