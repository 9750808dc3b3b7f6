import { checkKind } from '../CheckKindDescription';
import { hostInWords, placeOfHost } from '../placeOf';
import { hostField, portField, verifyField } from '../sharedFields';
import { durationSource } from '../sharedSources';

/** The standard health service, `grpc.health.v1.Health/Check`. */
export const grpc = checkKind({
  label: 'gRPC',
  description: 'Asks the standard health service',
  way: 'probed',
  fields: {
    host: hostField,
    port: { ...portField, isRequired: true },
    service: {
      label: 'Service of the health protocol',
      description: 'Empty: the server as a whole',
      type: 'text',
      maxLength: 255,
    },
    tls: { label: 'TLS', type: 'switch' },
    verify_certificate: verifyField,
  },
  sources: { status: { label: 'Status', example: 'SERVING' }, duration: durationSource },
  implied: {
    assertions: [{ source: 'status', operator: '=', value: 'SERVING' }],
    text: 'Without an assertion about the status, SERVING passes.',
  },
  details: { status: 'Status' },
  target: placeOfHost,
  inWords: hostInWords,
});
