/** A text as a database takes it: U+0000 left out, halves of surrogate pairs replaced. */
export function storableText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8').replaceAll('\u0000', '');
}
