import { Type, type Static } from 'typebox';
import { Severity } from '../entities/ErrorLog';

const pattern = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }));

/**
 * How bad errors are that fit all of what is given: the class (`ChunkLoadError`, `*` stands for anything), the message (a
 * regular expression in RE2's syntax, found anywhere in it), the page's URL without its query (`*` stands for anything).
 */
export const SeverityRule = Type.Object(
  { type: pattern, message: pattern, url: pattern, severity: Severity },
  // One of the three besides the severity: a rule that fits everything would hide all others.
  { additionalProperties: false, minProperties: 2 }
);
export type SeverityRule = Static<typeof SeverityRule>;

/** Rules of an app, the first that fits decides. */
export const SeverityRules = Type.Array(SeverityRule, { maxItems: 20 });
