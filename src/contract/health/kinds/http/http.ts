import { checkKind } from '../CheckKindDescription';
import { placeOfUrl } from '../placeOf';
import { headersField, verifyField } from '../sharedFields';
import { bodySource, certificateDaysSource, durationSource } from '../sharedSources';

export const http = checkKind({
  label: 'HTTP',
  description: 'Asks a URL and looks at status, headers, body, JSON and certificate',
  way: 'probed',
  fields: {
    url: {
      label: 'Address',
      description: 'Private addresses are refused unless SEAMARK_PROBE_ALLOW names them',
      placeholder: 'https://shop.example/health',
      type: 'url',
      schemes: ['http', 'https'],
      isRequired: true,
    },
    method: {
      label: 'Method',
      type: 'choice',
      choices: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    },
    body: { label: 'Body', type: 'long', maxLength: 65_536 },
    max_redirects: {
      label: 'Redirects to follow',
      description: 'From 0 to 10; each is checked as the first address is',
      placeholder: '5',
      type: 'number',
      minimum: 0,
      maximum: 10,
    },
    http_version: {
      label: 'HTTP version',
      description: 'What the server offers, or one that it must speak',
      type: 'choice',
      choices: ['1.1', '2'],
      unset: 'any',
    },
    verify_certificate: verifyField,
    headers: headersField,
    auth: { label: 'Says who it is', type: 'auth' },
  },
  secrets: ['authorization', 'headers'],
  sources: {
    status: { label: 'Status', example: '200', isNumber: true },
    header: {
      label: 'Header',
      example: 'application/json',
      target: { what: 'a header', example: 'content-type' },
      isHidden: true,
    },
    body: bodySource,
    json: { label: 'JSON value', example: 'ok', target: { what: 'a JSONPath', example: '$.status' } },
    size: { label: 'Size in bytes', example: '1000', isNumber: true },
    duration: durationSource,
    certificate_days: certificateDaysSource,
  },
  implied: {
    assertions: [
      { source: 'status', operator: '>=', value: 200 },
      { source: 'status', operator: '<', value: 300 },
    ],
    text: 'Without an assertion about the status, any 2xx passes.',
  },
  details: { status: 'Status', http_version: 'HTTP version', size: 'Size', is_cut: 'Cut off' },
  target: placeOfUrl,
  inWords: ({ url }) => url,
});
