/** How bad an error is; the order is from least to worst. */
export const severities = ['low', 'medium', 'high', 'critical'] as const;
