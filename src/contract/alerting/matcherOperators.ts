/** How a matcher holds a label's value against its own; `=~` and `!~` take a regular expression. */
export const matcherOperators = ['=', '!=', '=~', '!~'] as const;
