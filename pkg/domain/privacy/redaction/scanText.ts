/** What the characters of a text make possible; bits, so that one pass over the text decides which patterns to try. */
export const sign = {
  /** U+0000 or half of a surrogate pair: PostgreSQL refuses both. */
  unclean: 1,
  /** `@` or `%`: an address or a login inside a URL. */
  email: 2,
  /** Enough digits and dots, or colons. */
  address: 4,
  /** Enough digits for a card, an account or a social security number. */
  number: 8,
  /** `=` or `:`, or the space of `Bearer x`: a key with its value. */
  secret: 16,
  /** Five dashes or colons: a PEM block or a hardware address. */
  dashes: 32,
} as const;

const other = 0;
const digit = 1;
const dot = 2;
const colon = 3;
const dash = 4;
const at = 5;
const equals = 6;
const nul = 7;

const classOf = new Uint8Array(128);
for (let code = 48; code <= 57; code += 1) {
  classOf[code] = digit;
}
classOf['.'.charCodeAt(0)] = dot;
classOf[':'.charCodeAt(0)] = colon;
classOf['-'.charCodeAt(0)] = dash;
classOf['@'.charCodeAt(0)] = at;
classOf['%'.charCodeAt(0)] = at;
classOf['='.charCodeAt(0)] = equals;
classOf[0] = nul;

/** Signs of everything that redaction looks for, in one pass. 0 means: nothing to do, which is what most texts are. */
export function scanText(text: string): number {
  let signs = 0;
  let digits = 0;
  let dots = 0;
  let colons = 0;
  let dashes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 127) {
      signs |= code >= 0xd800 && code <= 0xdfff ? sign.unclean : 0;
      continue;
    }
    const kind = classOf[code];
    if (kind === other) {
      continue;
    }
    if (kind === digit) {
      digits += 1;
    } else if (kind === dot) {
      dots += 1;
    } else if (kind === dash) {
      dashes += 1;
    } else if (kind === colon) {
      colons += 1;
    } else {
      signs |= kind === at ? sign.email : kind === equals ? sign.secret : sign.unclean;
    }
  }
  if (colons > 0) {
    signs |= sign.secret;
  }
  if ((digits >= 4 && dots >= 3) || (digits > 0 && colons >= 2)) {
    signs |= sign.address;
  }
  if (digits >= 8) {
    signs |= sign.number;
  }
  if (dashes >= 5 || colons >= 5) {
    signs |= sign.dashes;
  }
  return signs;
}
