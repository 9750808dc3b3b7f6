import { checkKind } from '../CheckKindDescription';
import { hostInWords, placeOfHost } from '../placeOf';
import { hostField, portField, verifyField } from '../sharedFields';
import { certificateDaysSource, durationSource } from '../sharedSources';

export const smtp = checkKind({
  label: 'SMTP',
  description: 'Is greeted by a mail server, asks what it can do, and may change to TLS; no mail is sent',
  way: 'probed',
  fields: {
    host: hostField,
    port: { ...portField, placeholder: '25' },
    encryption: {
      label: 'Encryption',
      description: 'starttls: the server must offer it, and it is used; tls: from the first byte, as on port 465',
      type: 'choice',
      choices: ['none', 'starttls', 'tls'],
    },
    verify_certificate: verifyField,
  },
  sources: {
    greeting: { label: 'Greeting', example: 'mx.example ESMTP' },
    extensions: { label: 'What it offers', example: 'STARTTLS' },
    certificate_days: certificateDaysSource,
    duration: durationSource,
  },
  details: { greeting: 'Greeting', extensions: 'Offers' },
  target: placeOfHost,
  inWords: hostInWords,
});
