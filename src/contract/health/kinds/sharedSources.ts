/** What assertions of several kinds look at. */

export const durationSource = { label: 'Time in ms', example: '500', isNumber: true } as const;

export const bodySource = { label: 'Body', example: 'ok', isHidden: true } as const;

export const certificateDaysSource = { label: 'Days of the certificate', example: '14', isNumber: true } as const;
