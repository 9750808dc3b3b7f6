import { checkKind } from '../CheckKindDescription';
import { hostInWords, placeOfHost } from '../placeOf';
import { hostField, portField, sayField } from '../sharedFields';
import { bodySource, durationSource } from '../sharedSources';

export const tcp = checkKind({
  label: 'TCP',
  description: 'Connects to a port, and may say something and read the answer',
  way: 'probed',
  fields: { host: hostField, port: { ...portField, isRequired: true }, send: sayField },
  sources: { duration: durationSource, body: bodySource },
  target: placeOfHost,
  inWords: hostInWords,
});
