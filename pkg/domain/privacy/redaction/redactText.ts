import { redactIbans, redactSocialSecurityNumbers } from './bankAccounts';
import { redactCards } from './cards';
import { redactEmails } from './emails';
import { redactIpAddresses, redactMacAddresses } from './networkAddresses';
import { scanText, sign } from './scanText';
import { redactLogins, redactPemKeys, redactSecrets } from './secrets';

const replacementCharacter = '\ufffd';
const mostRemembered = 4000;
const longestRemembered = 512;
/** Suspicious texts that proved harmless, such as user agents and addresses of scripts: they come again and again. */
const harmless = new Set<string>();

/**
 * A text as it may be stored: without U+0000 and lone surrogates, and with placeholders where something private or
 * secret stood. Linear in the length of the text; a text without any sign of such things is returned as it is.
 */
export function redactText(text: string): string {
  const signs = scanText(text);
  if (signs === 0 || harmless.has(text)) {
    return text;
  }
  const result = redact(text, signs);
  // Only what holds nothing private is remembered, and not for long.
  if (result === text && text.length <= longestRemembered) {
    if (harmless.size >= mostRemembered) {
      harmless.clear();
    }
    harmless.add(text);
  }
  return result;
}

function redact(text: string, signs: number): string {
  let result = text;
  if (signs & sign.unclean) {
    result = result.replaceAll('\0', '').replace(/\p{Cs}/gu, replacementCharacter);
  }
  if (signs & sign.dashes) {
    result = redactMacAddresses(redactPemKeys(result));
  }
  if (signs & sign.email) {
    result = redactEmails(redactLogins(result));
  }
  if (signs & sign.secret) {
    result = redactSecrets(result);
  }
  if (signs & sign.address) {
    result = redactIpAddresses(result);
  }
  if (signs & sign.number) {
    result = redactCards(redactIbans(redactSocialSecurityNumbers(result)));
  }
  return result;
}
