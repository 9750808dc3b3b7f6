/** What data is for. The server judges by the same three. */
export const allPurposes = ['analytics', 'performance', 'errors'] as const;
export type Purpose = (typeof allPurposes)[number];

export type Choice = 'granted' | 'denied';

/** What the visitor decided, by purpose; a purpose that is missing is undecided. */
export type Choices = Partial<Record<Purpose, Choice>>;
