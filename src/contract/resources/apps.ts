import { Type, type Static } from 'typebox';
import { attributeFields, optionalFields } from '../optionalFields';
import { originPattern } from '../originPattern';
import { Nullable, Timestamp, Uuid } from '../scalars';
import { SeverityRules } from './severityRules';

export const ConsentMode = Type.Union([Type.Literal('off'), Type.Literal('implied'), Type.Literal('required')]);
export type ConsentMode = Static<typeof ConsentMode>;

export const KeyScope = Type.Union([Type.Literal('browser'), Type.Literal('server')]);
export type KeyScope = Static<typeof KeyScope>;

/** Requests an app key and a client address may make; null lifts the limit. */
export const RateLimit = Type.Object(
  {
    requests_per_second: Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000 }),
    burst: Type.Integer({ minimum: 1, maximum: 10_000_000 }),
  },
  { additionalProperties: false }
);
export type RateLimit = Static<typeof RateLimit>;

export const defaultRateLimit: RateLimit = { requests_per_second: 500, burst: 2000 };

/** A key by which clients may write for an app: 32 hexadecimal digits, public for scope `browser`. */
export const AppKey = Type.Object({
  id: Uuid,
  key: Type.String({ pattern: '^[0-9a-f]{32}$' }),
  scope: KeyScope,
  created_at: Timestamp,
  revoked_at: Nullable(Timestamp),
});
export type AppKey = Static<typeof AppKey>;

/** Such as `/shop/:category/:product` and `/docs/*`. */
const Routes = Type.Array(Type.String({ pattern: '^/[^?#\\s]*$', maxLength: 255 }), { maxItems: 200 });

/** Names of optional columns, and of free attributes as `event_data.plan` or `event_data.*`. */
const WantedFields = Type.Array(
  Type.String({ pattern: `^(?:${optionalFields.join('|')}|(?:${attributeFields.join('|')})\\..+)$`, maxLength: 255 }),
  { maxItems: 500 }
);

/** A monitored site or service. `number` is its id for clients that need a numeric project. */
export const App = Type.Object({
  id: Uuid,
  number: Type.Integer(),
  name: Type.String(),
  allowed_origins: Type.Array(Type.String()),
  consent_mode: ConsentMode,
  /** Without a consent decision: keep errors and vitals without identity (`anonymous`), or nothing (`drop`). */
  without_consent: Type.Union([Type.Literal('anonymous'), Type.Literal('drop')]),
  /** A browser key's `critical` is kept as it is instead of counting as `high`. */
  trust_client_critical: Type.Boolean(),
  rate_limit: Nullable(RateLimit),
  /** How bad an error is where its client does not say; the first that fits. */
  severity_rules: SeverityRules,
  /** Patterns of paths: the first that fits a page's path is its name. */
  routes: Routes,
  /** Fields that are stored beside those without which a row means nothing; null: all. */
  fields: Nullable(WantedFields),
  keys: Type.Array(AppKey),
  created_at: Timestamp,
});
export type App = Static<typeof App>;

const origins = Type.Array(
  Type.String({
    maxLength: 255,
    pattern: originPattern,
    description: 'an origin such as https://shop.example or http://localhost:3000, or *',
  }),
  { maxItems: 100 }
);

export const CreateApp = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S', description: 'a name, not only blanks' }),
    allowed_origins: Type.Optional(origins),
    consent_mode: Type.Optional(ConsentMode),
    without_consent: Type.Optional(App.properties.without_consent),
    trust_client_critical: Type.Optional(Type.Boolean()),
    rate_limit: Type.Optional(Nullable(RateLimit)),
    severity_rules: Type.Optional(SeverityRules),
    routes: Type.Optional(Routes),
    fields: Type.Optional(Nullable(WantedFields)),
  },
  { additionalProperties: false }
);
export type CreateApp = Static<typeof CreateApp>;

export const UpdateApp = Type.Partial(CreateApp, { additionalProperties: false });
export type UpdateApp = Static<typeof UpdateApp>;

export const CreateAppKey = Type.Object({ scope: Type.Optional(KeyScope) }, { additionalProperties: false });
export type CreateAppKey = Static<typeof CreateAppKey>;

/** Whether anything has arrived from an app's clients yet: what the snippet page waits for. */
export const FirstData = Type.Object({
  received: Type.Boolean(),
  first_at: Nullable(Timestamp),
  last_at: Nullable(Timestamp),
  counts: Type.Record(Type.String(), Type.Integer()),
});
export type FirstData = Static<typeof FirstData>;

const ways = { html: Type.String(), npm: Type.String() };

/** The lines to paste into a page, for a key of the app: `html` and `npm` of Grafana Faro, `seamark` of `@seamark/web`. */
export const Snippet = Type.Object({
  collect_url: Type.String(),
  /** The page on which visitors opt out of every site of this server. */
  privacy_url: Type.String(),
  ...ways,
  seamark: Type.Object(ways),
});
export type Snippet = Static<typeof Snippet>;
