import { checkKind } from '../CheckKindDescription';
import { placeOfUrl } from '../placeOf';
import { headersField, sayField, verifyField } from '../sharedFields';
import { bodySource, durationSource } from '../sharedSources';

export const websocket = checkKind({
  label: 'WebSocket',
  description: 'Opens a WebSocket, and may say something and read the answer',
  way: 'probed',
  fields: {
    url: {
      label: 'Address',
      placeholder: 'wss://shop.example/live',
      type: 'url',
      schemes: ['ws', 'wss'],
      isRequired: true,
    },
    send: sayField,
    verify_certificate: verifyField,
    headers: headersField,
  },
  secrets: ['headers'],
  sources: { body: bodySource, duration: durationSource },
  target: placeOfUrl,
  inWords: ({ url }) => url,
});
