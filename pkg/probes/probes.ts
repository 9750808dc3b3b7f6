import type { ProbedKind } from '../../src/contract/health/kinds/kinds';
import { probeDns } from './dns/probeDns';
import { probeGrpc } from './grpc/probeGrpc';
import { probeHttp } from './http/probeHttp';
import { probePostgres } from './postgres/probePostgres';
import type { Probe } from './Probe';
import { probeSmtp } from './smtp/probeSmtp';
import { probeTcp } from './tcp/probeTcp';
import { probeTls } from './tls/probeTls';
import { probeWebSocket } from './websocket/probeWebSocket';

/** How each kind looks at a service. A further kind is a folder and a line, here as in the contract's `kinds`. */
export const probes: { [K in ProbedKind]: Probe<K> } = {
  http: probeHttp,
  tcp: probeTcp,
  tls: probeTls,
  dns: probeDns,
  postgres: probePostgres,
  websocket: probeWebSocket,
  grpc: probeGrpc,
  smtp: probeSmtp,
};
