/** Grafana's formatter of a variable inside a text. */
type Formatter = (value: unknown, variable: { name?: string; multi?: boolean; includeAll?: boolean }) => string;

/** `templateSrv.replace` with the panel's variables already bound. */
export type Replace = (text: string, format?: string | Formatter) => string;

/** What stands where a variable stood. */
export interface Chosen {
  values: readonly string[];
  /** The variable may hold several values, so each is a value rather than something typed to be understood. */
  several: boolean;
  /** "All" is chosen, without a value of its own for it. */
  all: boolean;
}

/** U+0001 cannot be typed and no other text of a dashboard holds it. */
const mark = '\u0001';

/**
 * A text cut at its variables: literal pieces and what was chosen, in order. Names that are no variable stay in the
 * literal text, for the server to refuse. A variable whose "All" has a value of its own arrives as that literal value.
 */
export function expandVariables(text: string, replace: Replace): Array<string | Chosen> {
  const chosen: Chosen[] = [];
  const marked = replace(text, (value, variable) => {
    chosen.push(readChoice(value, variable, replace));
    return `${mark}${chosen.length - 1}${mark}`;
  });
  return marked
    .split(mark)
    .map((piece, index) => (index % 2 === 0 ? piece : (chosen[Number(piece)] ?? '')))
    .filter((piece) => piece !== '');
}

function readChoice(value: unknown, variable: Parameters<Formatter>[1], replace: Replace): Chosen {
  const values = (Array.isArray(value) ? value : [value]).map((one) => String(one ?? ''));
  return {
    values,
    several: Array.isArray(value) || Boolean(variable.multi ?? variable.includeAll),
    all: values.includes('$__all') || saysAll(values, variable.name, replace),
  };
}

/** Grafana hands a formatter every single option in place of "All"; only the variable's text still says so. */
function saysAll(values: readonly string[], name: string | undefined, replace: Replace): boolean {
  const isCalledAll = values.length === 1 && values[0] === 'All';
  return Boolean(name) && !isCalledAll && replace(`\${${name}:text}`) === 'All';
}
