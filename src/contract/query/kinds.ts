/** What a data query can ask about. */
export const dataKinds = ['performance', 'events', 'errors', 'metrics', 'health'] as const;
export type DataKind = (typeof dataKinds)[number];

/** Data kinds, the values of a field for a template variable, and the marks of an annotation. */
export const queryKinds = [...dataKinds, 'variables', 'annotations'] as const;
