import { Type, type Static } from 'typebox';
import { alertActs, mostAlertsAtOnce } from '../alerting/words';
import { Problem } from '../problem';
import { OneOf } from '../scalars';
import { AcknowledgeAlert, AlertInstanceDetail, AssignAlert } from './alertInstances';

const { comment, expected_version, until } = AcknowledgeAlert.properties;

/** One act on many instances. `until` belongs to `acknowledge`, `to` to `assign`; a `comment` needs its text. */
export const ActOnAlerts = Type.Object(
  {
    act: OneOf(alertActs),
    items: Type.Array(
      // An id that cannot be one is answered like one that is not there: it must not cost the others.
      Type.Object(
        { id: Type.String({ minLength: 1, maxLength: 100 }), expected_version },
        { additionalProperties: false }
      ),
      { minItems: 1, maxItems: mostAlertsAtOnce }
    ),
    until,
    to: Type.Optional(AssignAlert.properties.to),
    comment,
  },
  { additionalProperties: false }
);
export type ActOnAlerts = Static<typeof ActOnAlerts>;

/** What became of one of the instances: `status` and `error` as its own route would have answered. */
export const AlertActedOn = Type.Object({
  id: Type.String(),
  status: Type.Integer(),
  instance: Type.Optional(AlertInstanceDetail),
  error: Type.Optional(Problem.properties.error),
});
export type AlertActedOn = Static<typeof AlertActedOn>;

/** Every instance that was named, in the order in which they were. */
export const AlertsActedOn = Type.Object({ items: Type.Array(AlertActedOn) });
