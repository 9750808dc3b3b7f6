/** What stands in for secrets: `${NAME}` of the environment, `$__file{/path}` the content of a file; `$$` before a brace is a dollar. */
const placeholder = /\$\$(?=\{|__file\{)|\$\{([A-Za-z_][A-Za-z0-9_]*)\}|\$__file\{([^}]*)\}/g;

/** Where secrets come from. Both answer undefined where there is none. */
export interface SecretSource {
  variable(name: string): string | undefined;
  file(path: string): string | undefined;
}

/** A placeholder that stands for nothing; the message says which. */
export class PlaceholderProblem extends Error {
  override readonly name = 'PlaceholderProblem';
}

/**
 * A text with its placeholders filled in. Without a source every placeholder is refused: who sends a text over the
 * network must not read the server's environment and files with it. Throws PlaceholderProblem.
 */
export function expandText(text: string, source: SecretSource | undefined): string {
  return text.replace(placeholder, (whole, name: string | undefined, path: string | undefined) => {
    if (whole === '$$') {
      return '$';
    }
    if (source === undefined) {
      throw new PlaceholderProblem(`holds ${whole}, which only files on the server may: write the value, or $${whole}`);
    }
    const value = name === undefined ? source.file(path ?? '') : source.variable(name);
    if (value === undefined || value === '') {
      const what =
        name === undefined ? `the file ${path} cannot be read or is empty` : `the variable ${name} is not set`;
      throw new PlaceholderProblem(`holds ${whole}, but ${what}`);
    }
    return value;
  });
}
