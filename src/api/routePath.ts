import { routes, type RouteName } from '../contract/routes';

export type PathParams = Readonly<Record<string, string>>;
export type QueryValues = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Path of a route below the datasource's resources, with its parameters encoded and the given query string.
 * Throws when a parameter is missing or empty: such a path would reach another route.
 */
export function routePath(name: RouteName, params: PathParams = {}, query: QueryValues = {}): string {
  const path = routes[name].path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = params[key];
    if (!value) {
      throw new Error(`${name} needs the path parameter ${key}`);
    }
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) {
      search.set(key, String(value));
    }
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
