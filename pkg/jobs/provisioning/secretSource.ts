import { readFileSync } from 'node:fs';
import type { SecretSource } from '../../domain/asCode/expandText';

/** Secrets from the environment, and from files such as Docker and Kubernetes mount. */
export function secretSource(environment: Readonly<Record<string, string | undefined>>): SecretSource {
  return {
    variable: (name) => environment[name],
    file: (path) => {
      try {
        return readFileSync(path.trim(), 'utf8').replace(/\r?\n$/, '');
      } catch {
        return undefined;
      }
    },
  };
}
