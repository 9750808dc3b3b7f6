import { probeDns } from './dns/probeDns';
import { probeGrpc } from './grpc/probeGrpc';
import { probeHttp } from './http/probeHttp';
import { probePostgres } from './postgres/probePostgres';
import type { Probe, ProbedKind } from './Probe';
import { probeTcp } from './tcp/probeTcp';
import { probeTls } from './tls/probeTls';
import { probeWebSocket } from './websocket/probeWebSocket';

/** How each kind looks at a service. A further kind is a folder, a line here, and its settings in the contract. */
export const probes: { [K in ProbedKind]: Probe<K> } = {
  http: probeHttp,
  tcp: probeTcp,
  tls: probeTls,
  dns: probeDns,
  postgres: probePostgres,
  websocket: probeWebSocket,
  grpc: probeGrpc,
};
