/** Settings that several kinds have. */

export const hostField = {
  label: 'Host',
  description: 'A name or an address. Private ones are refused unless SEAMARK_PROBE_ALLOW names them',
  type: 'host',
  isRequired: true,
} as const;

export const portField = { label: 'Port', type: 'number', minimum: 1, maximum: 65_535 } as const;

export const sayField = {
  label: 'Say',
  description: 'Sent once connected; assertions about the body look at the answer',
  type: 'text',
  maxLength: 4096,
} as const;

/** Whether a server's certificate must be valid for its name and from a known authority. */
export const verifyField = {
  label: 'Certificate must be valid',
  description: 'For its name, and from an authority that is known; off: any will do',
  type: 'switch',
  isUsuallyOn: true,
} as const;

export const headersField = {
  label: 'Headers',
  description: 'Sent with every request; not to another origin that a redirect leads to',
  type: 'headers',
} as const;
