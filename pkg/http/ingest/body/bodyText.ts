import { HttpProblem } from '../../errors/HttpProblem';
import { formText } from './formText';

const jsonTypes = new Set(['', 'application/json', 'text/plain', 'text/json', 'application/csp-report']);
const formTypes = new Set(['application/x-www-form-urlencoded', 'multipart/form-data']);
const brace = 0x7b;
const charsets = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);

/**
 * The JSON text of a decompressed body: as JSON, as plain text (a beacon without preflight), or inside a form. Throws
 * 415 for other types and for charsets other than UTF-8, 400 for a form without JSON.
 */
export function bodyText(body: Buffer, contentType: string | undefined): string {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim());
  const mediaType = type.toLowerCase();
  const charset = parameterOf(parameters, 'charset')?.toLowerCase();
  const isForm = formTypes.has(mediaType);
  if (!isForm && !jsonTypes.has(mediaType) && !/^application\/[\w.-]+\+json$/.test(mediaType)) {
    throw new HttpProblem(
      415,
      'unsupported_media_type',
      'Send application/json, text/plain or a form that carries JSON'
    );
  }
  if (charset !== undefined && !charsets.has(charset)) {
    throw new HttpProblem(415, 'unsupported_media_type', 'The charset must be UTF-8');
  }
  const text = withoutMark(body.toString('utf8'));
  if (!isForm) {
    return text;
  }
  const json = formText(mediaType, parameterOf(parameters, 'boundary'), text);
  if (json === undefined) {
    throw new HttpProblem(400, 'unreadable', 'The form carries no JSON object');
  }
  return json;
}

/** The envelope of a decompressed body: as it is, or inside a form, as pages send it that wrap their beacons. */
export function envelopeBody(body: Buffer, contentType: string | undefined): Buffer {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim());
  const mediaType = type.toLowerCase();
  // An envelope may hold bytes that are no text: what begins like one is left as it is.
  if (!formTypes.has(mediaType) || body[0] === brace) {
    return body;
  }
  const inside = formText(mediaType, parameterOf(parameters, 'boundary'), body.toString('utf8'));
  return inside === undefined ? body : Buffer.from(inside);
}

function parameterOf(parameters: readonly string[], name: string): string | undefined {
  const found = parameters.find((parameter) => parameter.toLowerCase().startsWith(`${name}=`));
  return found?.slice(name.length + 1).replace(/^"(.*)"$/, '$1');
}

/** Some tools begin UTF-8 with a byte order mark, which JSON does not know. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
