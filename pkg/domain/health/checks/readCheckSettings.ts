import { checkSettings, type CheckSettings } from '../../../../src/contract/health/settings';
import type { CheckKind } from '../../../../src/contract/health/words';
import { shapeReader } from '../../../lib/shapes/shapeReader';
import { CheckProblem } from './CheckProblem';

/** Settings of a check, told apart by `kind`. */
export type KnownSettings = { [K in CheckKind]: { kind: K; settings: CheckSettings[K] } }[CheckKind];

type Readers = { [K in CheckKind]: (settings: unknown) => CheckSettings[K] };

const complain = (field: string, complaint: string): CheckProblem => new CheckProblem(field, complaint);

const readers: Readers = {
  http: shapeReader(checkSettings.http, 'settings', complain),
  tcp: shapeReader(checkSettings.tcp, 'settings', complain),
  tls: shapeReader(checkSettings.tls, 'settings', complain),
  dns: shapeReader(checkSettings.dns, 'settings', complain),
  postgres: shapeReader(checkSettings.postgres, 'settings', complain),
  websocket: shapeReader(checkSettings.websocket, 'settings', complain),
  grpc: shapeReader(checkSettings.grpc, 'settings', complain),
  heartbeat: shapeReader(checkSettings.heartbeat, 'settings', complain),
  derived: shapeReader(checkSettings.derived, 'settings', complain),
};

/** The settings of a check of a kind. Throws CheckProblem, which names the part that is wrong. */
export function readCheckSettings(kind: CheckKind, settings: unknown): KnownSettings {
  // The reader is that of the kind: the compiler cannot follow a pair of two unions.
  return { kind, settings: readers[kind](settings) } as KnownSettings;
}
