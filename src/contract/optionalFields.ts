/** Columns that an app may do without: what is missing from its list of fields is not stored. */
export const optionalFields = [
  'environment', 'release', 'page_url', 'page_path', 'country', 'session_id', 'user_id',
  'browser', 'browser_version', 'os', 'os_version', 'device_type', 'language',
  'event_name', 'referrer', 'utm_source', 'utm_medium', 'utm_campaign', 'error_stack', 'user_agent',
] as const; // prettier-ignore
export type OptionalField = (typeof optionalFields)[number];

/** Columns of free attributes: a field of them is written `column.key`, all of them `column.*`. */
export const attributeFields = ['event_data', 'metadata', 'context', 'device_info', 'attributes', 'resource'] as const;
export type AttributeField = (typeof attributeFields)[number];
