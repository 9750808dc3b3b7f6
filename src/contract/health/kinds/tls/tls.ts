import { checkKind } from '../CheckKindDescription';
import { hostInWords, placeOfHost } from '../placeOf';
import { hostField, portField } from '../sharedFields';
import { certificateDaysSource, durationSource } from '../sharedSources';

export const tls = checkKind({
  label: 'TLS',
  description: 'Looks at a certificate: chain, name, days left',
  way: 'probed',
  fields: {
    host: hostField,
    port: { ...portField, placeholder: '443' },
    server_name: { label: 'Name on the certificate', type: 'host' },
  },
  sources: {
    certificate_days: certificateDaysSource,
    protocol: { label: 'Version of TLS', example: 'TLSv1.3' },
    duration: durationSource,
  },
  implied: {
    assertions: [{ source: 'certificate_days', operator: '>', value: 14, level: 'warning' }],
    text: 'Without an assertion about the days of the certificate, it warns from two weeks before its end.',
  },
  target: placeOfHost,
  inWords: hostInWords,
});
