import { checkKind } from '../CheckKindDescription';
import { hostInWords, placeOfHost } from '../placeOf';
import { hostField, portField } from '../sharedFields';
import { durationSource } from '../sharedSources';

export const postgres = checkKind({
  label: 'PostgreSQL',
  description: 'Logs in and runs one statement that only reads',
  way: 'probed',
  fields: {
    host: hostField,
    port: { ...portField, placeholder: '5432' },
    database: { label: 'Database', type: 'text', isRequired: true, minLength: 1, maxLength: 63 },
    user: { label: 'User', type: 'text', isRequired: true, minLength: 1, maxLength: 63 },
    tls: {
      label: 'TLS',
      description: 'verify: the certificate must be valid as well',
      type: 'choice',
      choices: ['off', 'require', 'verify'],
    },
    statement: {
      label: 'Statement',
      description: 'One, run in a transaction that only reads',
      placeholder: 'select 1',
      type: 'long',
      minLength: 1,
      maxLength: 4096,
    },
  },
  secrets: ['password'],
  sources: {
    value: { label: 'First value', example: '1' },
    row_count: { label: 'Number of rows', example: '1', isNumber: true },
    duration: durationSource,
  },
  details: { row_count: 'Rows' },
  target: placeOfHost,
  inWords: hostInWords,
});
