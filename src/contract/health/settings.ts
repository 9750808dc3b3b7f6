import { Type, type Static } from 'typebox';
import { ConditionQuery } from '../alerting/conditions';
import { OneOf } from '../scalars';
import type { CheckKind } from './words';

const strict = { additionalProperties: false };
const Host = Type.String({ minLength: 1, maxLength: 253, pattern: '^\\S+$' });
const Port = Type.Integer({ minimum: 1, maximum: 65_535 });
const Url = (schemes: string) => Type.String({ minLength: 1, maxLength: 2048, pattern: `^(${schemes})://\\S+$` });
const Headers = Type.Record(
  Type.String({ pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$" }),
  Type.String({ maxLength: 4096 }),
  {
    maxProperties: 30,
  }
);

/** Whether a server's certificate must be valid for its name and from a known authority. */
const Verify = Type.Optional(Type.Boolean({ default: true }));

const Http = Type.Object(
  {
    url: Url('https?'),
    method: Type.Optional(OneOf(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)),
    headers: Type.Optional(Headers),
    body: Type.Optional(Type.String({ maxLength: 65_536 })),
    /** Redirects that are followed; each is checked as the first address is. */
    max_redirects: Type.Optional(Type.Integer({ minimum: 0, maximum: 10, default: 5 })),
    /** 2: only HTTP/2 will do. Unless given, whatever the server offers. */
    http_version: Type.Optional(OneOf(['1.1', '2'] as const)),
    auth: Type.Optional(
      Type.Union([
        Type.Object({ kind: Type.Literal('basic'), username: Type.String({ maxLength: 255 }) }, strict),
        Type.Object({ kind: Type.Literal('bearer') }, strict),
      ])
    ),
    verify_certificate: Verify,
  },
  strict
);

const Tcp = Type.Object(
  {
    host: Host,
    port: Port,
    send: Type.Optional(Type.String({ maxLength: 4096 })),
  },
  strict
);

const Tls = Type.Object({ host: Host, port: Type.Optional(Port), server_name: Type.Optional(Host) }, strict);

const Dns = Type.Object(
  {
    name: Host,
    record: OneOf(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT', 'SRV', 'CAA', 'SOA', 'PTR'] as const),
    /** Address of a resolver, with a port if it is not 53; unless given, the system's. */
    resolver: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
  },
  strict
);

const Postgres = Type.Object(
  {
    host: Host,
    port: Type.Optional(Port),
    database: Type.String({ minLength: 1, maxLength: 63 }),
    user: Type.String({ minLength: 1, maxLength: 63 }),
    tls: Type.Optional(OneOf(['off', 'require', 'verify'] as const)),
    /** One statement, run in a read-only transaction; unless given, `select 1`. */
    statement: Type.Optional(Type.String({ minLength: 1, maxLength: 4096 })),
  },
  strict
);

const WebSocketSettings = Type.Object(
  {
    url: Url('wss?'),
    headers: Type.Optional(Headers),
    send: Type.Optional(Type.String({ maxLength: 4096 })),
    verify_certificate: Verify,
  },
  strict
);

/** The standard health service, `grpc.health.v1.Health/Check`. */
const Grpc = Type.Object(
  {
    host: Host,
    port: Port,
    service: Type.Optional(Type.String({ maxLength: 255 })),
    tls: Type.Optional(Type.Boolean()),
    verify_certificate: Verify,
  },
  strict
);

/** The service reports by itself: every so often, or by a cron expression, with some grace. */
const Heartbeat = Type.Object(
  {
    every_seconds: Type.Optional(Type.Integer({ minimum: 10, maximum: 31 * 24 * 3600 })),
    cron: Type.Optional(Type.String({ minLength: 9, maxLength: 100 })),
    time_zone: Type.Optional(Type.String({ maxLength: 64 })),
    grace_seconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 24 * 3600 })),
  },
  strict
);

/** Down or degraded by a number that Seamark itself has: a service's error rate or latency. */
const Derived = Type.Object(
  {
    query: ConditionQuery,
    window_minutes: Type.Integer({ minimum: 1, maximum: 24 * 60 }),
    degraded_above: Type.Optional(Type.Number()),
    down_above: Type.Optional(Type.Number()),
    /** Fewer samples than that say nothing. */
    min_samples: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  strict
);

/** Settings of each kind. Secrets are not among them: they go into `secrets`, and never come back. */
export const checkSettings = {
  http: Http,
  tcp: Tcp,
  tls: Tls,
  dns: Dns,
  postgres: Postgres,
  websocket: WebSocketSettings,
  grpc: Grpc,
  heartbeat: Heartbeat,
  derived: Derived,
} as const satisfies Record<CheckKind, unknown>;

export type CheckSettings = { [K in CheckKind]: Static<(typeof checkSettings)[K]> };

/** Which secrets a kind may have: `authorization` is a password or a bearer token, `headers` are added to the others. */
export const CheckSecrets = Type.Object(
  {
    authorization: Type.Optional(Type.String({ minLength: 1, maxLength: 4096 })),
    headers: Type.Optional(Headers),
    password: Type.Optional(Type.String({ minLength: 1, maxLength: 1024 })),
  },
  strict
);
export type CheckSecrets = Static<typeof CheckSecrets>;
