import type { CheckKindDescription } from './CheckKindDescription';
import { derived } from './derived/derived';
import { dns } from './dns/dns';
import { grpc } from './grpc/grpc';
import { heartbeat } from './heartbeat/heartbeat';
import { http } from './http/http';
import { postgres } from './postgres/postgres';
import type { SettingsOf } from './SettingField';
import { smtp } from './smtp/smtp';
import { tcp } from './tcp/tcp';
import { tls } from './tls/tls';
import { websocket } from './websocket/websocket';

/**
 * How a check finds out how a service is, in the order in which a person chooses. A further kind is a folder here and a
 * line; how it looks is a folder in `pkg/probes` and a line of its list. All else is read from these descriptions.
 */
export const kinds = { http, tcp, tls, dns, postgres, websocket, grpc, smtp, heartbeat, derived } as const;

export type CheckKind = keyof typeof kinds;

export const checkKinds = Object.keys(kinds) as CheckKind[];

/** Settings of each kind. Secrets are not among them: they go into `secrets`, and never come back. */
export type CheckSettings = { [K in CheckKind]: SettingsOf<(typeof kinds)[K]['fields']> };

/** Kinds whose answer is fetched; the others are told, or read what is stored. */
export type ProbedKind = {
  [K in CheckKind]: (typeof kinds)[K]['way'] extends 'probed' ? K : never;
}[CheckKind];

/** What is known of a kind, in the shape that all have. */
export function kindOf(kind: CheckKind): CheckKindDescription {
  return kinds[kind];
}
