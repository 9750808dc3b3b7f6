/** What clients and probes send: a row a thing that happened, with summaries beside the rows. */
export const rowKinds = ['performance', 'events', 'errors', 'metrics', 'health'] as const;
export type RowKind = (typeof rowKinds)[number];

/** What a data query can ask about: also the instances of alerts, by the time at which they opened. */
export const dataKinds = [...rowKinds, 'alerts'] as const;
export type DataKind = (typeof dataKinds)[number];

/** Data kinds, the values of a field for a template variable, and the marks of an annotation. */
export const queryKinds = [...dataKinds, 'variables', 'annotations'] as const;
