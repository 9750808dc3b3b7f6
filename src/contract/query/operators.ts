/** Comparisons a filter can make; `=~` and `!~` take a regular expression (RE2 syntax, anchored nowhere). */
export const operators = ['=', '!=', '=~', '!~', '>', '>=', '<', '<='] as const;
export type Operator = (typeof operators)[number];
