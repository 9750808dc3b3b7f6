import { Type, type Static } from 'typebox';
import { LabelMatchers } from '../alerting/LabelMatcher';
import { muteStatuses } from '../alerting/muteStates';
import { Nullable, OneOf, Timestamp, Uuid } from '../scalars';
import { PageQuery } from './page';

const Name = Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' });
const Comment = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' });

/** Alerts that a person does not want to hear of for a while. They open and end as ever; notifications wait. */
export const Silence = Type.Object({
  id: Uuid,
  /** Null unless it was given one: those from files have names. */
  name: Nullable(Name),
  comment: Comment,
  matchers: LabelMatchers,
  starts_at: Timestamp,
  ends_at: Timestamp,
  status: OneOf(muteStatuses),
  created_login: Type.String(),
  created_at: Timestamp,
  updated_at: Timestamp,
  version: Type.Integer(),
  /** True: it comes from a file and is changed there. */
  provisioned: Type.Optional(Type.Boolean()),
  /** Which file, below the provisioning folder. */
  provisioned_file: Type.Optional(Type.String()),
});
export type Silence = Static<typeof Silence>;

/** Which are listed; of any status unless it is given: one, or several with commas between them. */
export const SilenceQuery = Type.Object({
  ...PageQuery.properties,
  status: Type.Optional(Type.String({ maxLength: 100 })),
});

/** At least one matcher must not fit an empty value, for a silence of everything is most likely a mistake. */
export const CreateSilence = Type.Object(
  {
    name: Type.Optional(Nullable(Name)),
    comment: Comment,
    matchers: LabelMatchers,
    /** Unless given: now. */
    starts_at: Type.Optional(Timestamp),
    ends_at: Timestamp,
  },
  { additionalProperties: false }
);
export type CreateSilence = Static<typeof CreateSilence>;

/** `ends_at` now ends it. One that is over stays as it was. */
export const UpdateSilence = Type.Object(
  {
    ...Type.Partial(Type.Object({ ...CreateSilence.properties })).properties,
    expected_version: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { additionalProperties: false }
);
export type UpdateSilence = Static<typeof UpdateSilence>;
