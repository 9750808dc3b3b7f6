import { isSensitiveKey } from './sensitiveKeys';

const hint = /pass|secret|pwd|key|auth|cred|token|bearer|cookie|jwt|cv[vc]|ssn|mail|user|name|phone|ip/i;
const keyAndValue =
  /(?<![\w.-])([A-Za-z_][\w.-]{0,255})(["'\\]{0,3}\s{0,3}(?:[=:]|%3D)\s{0,3}["'\\]{0,3})([^\s"'\\&,;<>{}()[\]]{1,4096})/g;
const scheme = /(?<!\w)(bearer|basic)\s{1,3}[\w.~+/=-]{8,}/gi;
const jwt = /(?<!\w)eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g;
const login = /:\/\/[^\s/?#@:]{0,256}:[^\s/?#@]{0,256}@/g;

/** Replaces values that follow a sensitive key (`password=x`, `"token": "x"`), bearer tokens and JSON web tokens. */
export function redactSecrets(text: string): string {
  let result = text.includes('eyJ') ? text.replace(jwt, '[token]') : text;
  if (!hint.test(result)) {
    return result;
  }
  result = result.replace(scheme, '$1 [redacted]');
  return result.replace(keyAndValue, (match, key: string, between: string, value: string) =>
    // A URL scheme is no key, and what was replaced before stays readable.
    value.startsWith('//') || value.startsWith('[') || !isSensitiveKey(key) ? match : `${key}${between}[redacted]`
  );
}

/** Replaces `user:password@` inside URLs. */
export function redactLogins(text: string): string {
  return text.includes('://') ? text.replace(login, '://[redacted]@') : text;
}

/** Replaces PEM blocks that hold a key; one without an end is taken to the end of the text. */
export function redactPemKeys(text: string): string {
  let result = '';
  let taken = 0;
  for (let start = text.indexOf('-----BEGIN '); start !== -1; start = text.indexOf('-----BEGIN ', taken)) {
    const labelEnd = text.indexOf('-----', start + 11);
    if (labelEnd === -1) {
      break;
    }
    const isKey = text.slice(start + 11, Math.min(labelEnd, start + 80)).includes('KEY');
    const footer = text.indexOf('-----END ', labelEnd);
    const footerEnd = footer === -1 ? -1 : text.indexOf('-----', footer + 9);
    const end = isKey ? (footerEnd === -1 ? text.length : footerEnd + 5) : labelEnd + 5;
    result += text.slice(taken, start) + (isKey ? '[key]' : text.slice(start, end));
    taken = end;
  }
  return taken === 0 ? text : result + text.slice(taken);
}
