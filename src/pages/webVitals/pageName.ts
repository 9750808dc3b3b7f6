import type { VariableValue } from '@grafana/scenes';

/** The page that the variable holds, in words: its path, how many are chosen, or that all are. */
export function pageName(value: VariableValue | null | undefined): string {
  const chosen = (Array.isArray(value) ? value : [value]).map((one) => String(one ?? '')).filter((one) => one !== '');
  if (chosen.length === 0 || chosen.includes('$__all')) {
    return 'all pages';
  }
  return chosen.length === 1 ? (chosen[0] ?? '') : `${chosen.length} pages`;
}
