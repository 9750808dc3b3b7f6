import { Type, type Static } from 'typebox';
import { Severity } from '../entities/ErrorLog';
import { Nullable } from '../scalars';

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

/** Rules, kept nowhere, and an error to try them with. */
export const PreviewSeverity = Type.Object(
  {
    rules: SeverityRules,
    error: Type.Object(
      {
        type: Type.Optional(Type.String({ maxLength: 255 })),
        message: Type.Optional(Type.String({ maxLength: 8192 })),
        url: Type.Optional(Type.String({ maxLength: 2048 })),
        /** False: nobody caught it. */
        handled: Type.Optional(Type.Boolean()),
      },
      { additionalProperties: false }
    ),
  },
  { additionalProperties: false }
);
export type PreviewSeverity = Static<typeof PreviewSeverity>;

/** What the error would be. While there are problems, the rules cannot be saved and judge nothing. */
export const SeverityPreview = Type.Object({
  severity: Severity,
  /** Index of the rule that decided; null: what is built in. */
  rule: Nullable(Type.Integer()),
  /** What is wrong with a rule, by its index; null: with all of them together. */
  problems: Type.Array(Type.Object({ rule: Nullable(Type.Integer()), message: Type.String() })),
});
export type SeverityPreview = Static<typeof SeverityPreview>;
