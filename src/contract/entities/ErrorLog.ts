import { Type, type Static } from 'typebox';
import { JsonObject, Nullable, Timestamp, Uuid } from '../scalars';

/** How bad an error is: one of `severities`. */
export const Severity = Type.Union([
  Type.Literal('low'),
  Type.Literal('medium'),
  Type.Literal('high'),
  Type.Literal('critical'),
]);
export type Severity = Static<typeof Severity>;

/** One error event: table `error_logs`. `error_stack` is sanitised before it is stored. */
export const ErrorLog = Type.Object({
  id: Uuid,
  user_id: Nullable(Uuid),
  error_type: Type.String({ minLength: 1, maxLength: 64, examples: ['javascript', 'api', 'network'] }),
  error_message: Type.String({ maxLength: 8192 }),
  error_stack: Nullable(Type.String({ maxLength: 65536 })),
  severity: Severity,
  context: JsonObject,
  user_agent: Nullable(Type.String({ maxLength: 1024 })),
  url: Nullable(Type.String({ maxLength: 2048 })),
  session_id: Nullable(Type.String({ maxLength: 128 })),
  timestamp: Timestamp,
  resolved: Type.Boolean(),
  created_at: Timestamp,
});
export type ErrorLog = Static<typeof ErrorLog>;
