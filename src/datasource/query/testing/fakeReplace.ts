import type { Replace } from '../expandVariables';

interface Variable {
  value: string | string[];
  text?: string;
  multi?: boolean;
  includeAll?: boolean;
}

/** `templateSrv.replace` as Grafana does it: `$name`, `${name}` and `${name:text}`; unknown names stay. */
export function fakeReplace(variables: Record<string, Variable>): Replace {
  return (text, format) =>
    text.replace(/\$(?:(\w+)|\{(\w+)(?::(\w+))?\})/g, (found, short, long, ownFormat) => {
      const name = String(short ?? long);
      const variable = variables[name];
      if (!variable) {
        return found;
      }
      const { value, text: shown = String(value), ...rest } = variable;
      if (ownFormat === 'text') {
        return shown;
      }
      return typeof format === 'function' ? format(value, { name, ...rest }) : String(value);
    });
}
