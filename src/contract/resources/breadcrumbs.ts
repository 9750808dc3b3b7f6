import { Type, type Static } from 'typebox';
import { breadcrumbKinds } from '../breadcrumbKinds';
import { Nullable, OneOf, Timestamp, Uuid } from '../scalars';

export const ErrorEventId = Type.Object({ id: Uuid, eventId: Uuid });

/** `at` is the error's own `timestamp`, by which it is found among all of them. */
export const BreadcrumbsQuery = Type.Object({ at: Timestamp });

/** Something that a visitor did, or that happened to them, before an error. */
export const Breadcrumb = Type.Object({
  at: Timestamp,
  kind: OneOf(breadcrumbKinds),
  /** Name of an event, class of an error, category of a client's own breadcrumb. */
  title: Type.String(),
  /** Free text; null for who may not see it. */
  message: Nullable(Type.String()),
  page_path: Nullable(Type.String()),
});
export type Breadcrumb = Static<typeof Breadcrumb>;

/** The last minutes before an error, oldest first. */
export const Breadcrumbs = Type.Object({
  items: Type.Array(Breadcrumb),
  /** False: nothing tells which rows are of the same visit, as without consent. */
  has_session: Type.Boolean(),
  /** False: messages and what the client noted itself are withheld. */
  has_details: Type.Boolean(),
});
export type Breadcrumbs = Static<typeof Breadcrumbs>;
