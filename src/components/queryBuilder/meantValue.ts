import type { Options } from './useSteadyOptions';

/**
 * The value that a typed text means: that of the option which is called so, in any case, else the text itself. Grafana
 * offers a typed text before the option of that name, so that "Browser" would not be the field `browser`.
 */
export function meantValue<T extends string>(options: Options<T>, text: T): T {
  if (typeof options === 'function' || options.some(({ value }) => value === text)) {
    return text;
  }
  const wanted = text.trim().toLowerCase();
  const meant = options.find(({ value, label }) => [value, label ?? ''].some((name) => name.toLowerCase() === wanted));
  return meant?.value ?? text;
}
