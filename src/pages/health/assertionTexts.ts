interface AssertionText {
  label: string;
  /** Something that could be expected. */
  example: string;
  isNumber?: boolean;
  /** It looks at one of several: what is typed to say which. */
  target?: string;
}

/** What assertions look at, in words; kinds share some. */
export const assertionTexts: Readonly<Record<string, AssertionText>> = {
  status: { label: 'Status', example: '200', isNumber: true },
  header: { label: 'Header', example: 'application/json', target: 'content-type' },
  body: { label: 'Body', example: 'ok' },
  json: { label: 'JSON value', example: 'ok', target: '$.status' },
  size: { label: 'Size in bytes', example: '1000', isNumber: true },
  duration: { label: 'Time in ms', example: '500', isNumber: true },
  certificate_days: { label: 'Days of the certificate', example: '14', isNumber: true },
  protocol: { label: 'Version of TLS', example: 'TLSv1.3' },
  answer: { label: 'Answers', example: '192.0.2.1' },
  answer_count: { label: 'Number of answers', example: '2', isNumber: true },
  value: { label: 'First value', example: '1' },
  row_count: { label: 'Number of rows', example: '1', isNumber: true },
};
