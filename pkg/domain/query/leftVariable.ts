/** `${name}`, also with a format or a path, is never anything but a template variable. */
const braced = /\$\{[A-Za-z_]\w*(?:[.:][^}]*)?\}/;

/** `$name` may be part of a real value (`/odata/$batch`), so it counts only as the whole of it. */
const bare = /^\$[A-Za-z_]\w*$/;

/** In a regular expression nothing can follow the end of the text, so that `$name` is a variable wherever it stands. */
const bareInPattern = /(?<!\\)\$[A-Za-z_]\w*/;

/** The template variable that somebody forgot to interpolate in `text`, as it is written there; else undefined. */
export function leftVariable(text: string, isPattern = false): string | undefined {
  return (braced.exec(text) ?? (isPattern ? bareInPattern : bare).exec(text))?.[0];
}
