const candidate = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=[ -]?[A-Za-z0-9])/g;
const ssn = /(?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/g;

/** Length of an IBAN by country, from the SWIFT IBAN registry. */
const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21, CR: 22, CY: 28,
  CZ: 24, DE: 22, DJ: 27, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18, FR: 27, GB: 22, GE: 22, GI: 23,
  GL: 18, GR: 27, GT: 28, HN: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28,
  LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MN: 20, MR: 27, MT: 31, MU: 30, NI: 28,
  NL: 18, NO: 15, OM: 23, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, RU: 33, SA: 24, SC: 31, SD: 18, SE: 24,
  SI: 19, SK: 24, SM: 27, SO: 23, ST: 25, SV: 28, TL: 23, TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20, YE: 30,
}; // prettier-ignore

/** Replaces international bank account numbers whose length and checksum (ISO 7064, mod 97) are right, also in groups. */
export function redactIbans(text: string): string {
  let result = '';
  let taken = 0;
  for (const match of text.matchAll(candidate)) {
    if (match.index < taken) {
      continue;
    }
    const end = ibanEnd(text, match.index);
    if (end !== undefined) {
      result += `${text.slice(taken, match.index)}[iban]`;
      taken = end;
    }
  }
  return taken === 0 ? text : result + text.slice(taken);
}

function ibanEnd(text: string, start: number): number | undefined {
  const length = ibanLengths[text.slice(start, start + 2).toUpperCase()];
  if (length === undefined) {
    return undefined;
  }
  let account = '';
  let end = start;
  while (account.length < length && end < text.length) {
    const character = text.charAt(end);
    if (/[A-Za-z0-9]/.test(character)) {
      account += character;
    } else if (character !== ' ' && character !== '-') {
      return undefined;
    }
    end += 1;
  }
  return account.length === length && !/[A-Za-z0-9]/.test(text.charAt(end)) && isIban(account) ? end : undefined;
}

function isIban(account: string): boolean {
  let remainder = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** Replaces social security numbers of the United States in their usual form `123-45-6789`. */
export function redactSocialSecurityNumbers(text: string): string {
  return text.replace(ssn, '[ssn]');
}
