import { Type, type Static } from 'typebox';

const FieldSchema = Type.Object({
  name: Type.String(),
  type: Type.String(),
  typeInfo: Type.Optional(Type.Object({ frame: Type.String(), nullable: Type.Boolean() })),
  labels: Type.Optional(Type.Record(Type.String(), Type.String())),
  config: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

const NotNumbers = Type.Object({
  NaN: Type.Optional(Type.Array(Type.Integer())),
  Inf: Type.Optional(Type.Array(Type.Integer())),
  NegInf: Type.Optional(Type.Array(Type.Integer())),
});

/** A data frame as JSON, in the same shape as Grafana's `/api/ds/query`. */
export const JsonFrame = Type.Object({
  schema: Type.Object({
    refId: Type.String(),
    name: Type.Optional(Type.String()),
    meta: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    fields: Type.Array(FieldSchema),
  }),
  data: Type.Object({
    values: Type.Array(Type.Array(Type.Unknown())),
    /** By field: rows whose value JSON cannot carry, or null where there are none. */
    entities: Type.Optional(Type.Array(Type.Union([NotNumbers, Type.Null()]))),
  }),
});
export type JsonFrame = Static<typeof JsonFrame>;

/** One query's answer: frames, or an `error` for that query alone. */
export const QueryResult = Type.Object({
  status: Type.Integer(),
  error: Type.Optional(Type.String()),
  frames: Type.Array(JsonFrame),
});
export type QueryResult = Static<typeof QueryResult>;

export const QueryResponse = Type.Object({ results: Type.Record(Type.String(), QueryResult) });
export type QueryResponse = Static<typeof QueryResponse>;

/** Media type that asks `POST /api/v1/query` for Arrow: the same object, each frame an Arrow IPC file in base64. */
export const arrowMediaType = 'application/vnd.seamark.arrow+json';
