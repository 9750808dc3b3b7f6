import { UnsupportedPattern, type PatternReader } from './PatternReader';

const controls: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };

/** The code point that an escape stands for, the backslash already taken. Only for escapes of single characters. */
export function readEscapedCode(reader: PatternReader): number {
  const octal = reader.take(/^(?:[1-7][0-7]{1,2}|0[0-7]{0,2})/);
  if (octal) {
    return nonZero(parseInt(octal[0], 8));
  }
  const hexadecimal = reader.take(/^x(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/);
  if (hexadecimal) {
    return nonZero(parseInt(hexadecimal[1] ?? hexadecimal[2] ?? '', 16));
  }
  const character = reader.next();
  const control = controls[character];
  if (control !== undefined) {
    return control;
  }
  if (/[A-Za-z0-9]/.test(character)) {
    throw new UnsupportedPattern(`\\${character}`);
  }
  return character.codePointAt(0) ?? 0;
}

function nonZero(code: number): number {
  if (code === 0) {
    throw new UnsupportedPattern('the NUL character');
  }
  return code;
}
