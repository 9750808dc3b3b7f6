/** A file's address without query and fragment, where tokens hide. */
export function withoutQuery(file: string): string {
  const mark = file.indexOf('?');
  const hash = file.indexOf('#');
  const end = mark === -1 || (hash !== -1 && hash < mark) ? hash : mark;
  return end === -1 ? file : file.slice(0, end);
}
