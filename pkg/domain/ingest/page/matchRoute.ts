interface Route {
  pattern: string;
  /** Null: any one segment. */
  segments: ReadonlyArray<string | null>;
  /** Whatever follows belongs to it. */
  isOpen: boolean;
}

/** Patterns are an app's setting, the same list from request to request. */
const compiled = new WeakMap<readonly string[], readonly Route[]>();

/**
 * The first of an app's patterns that fits a path: `/shop/:category/:product` for `/shop/shoes/nike-12`. `:name` stands for
 * one segment that is not empty, `*` at the end for whatever follows. Slashes at the end of a path do not count.
 */
export function matchRoute(patterns: readonly string[], path: string): string | undefined {
  if (patterns.length === 0) {
    return undefined;
  }
  let routes = compiled.get(patterns);
  if (routes === undefined) {
    routes = patterns.map(compile);
    compiled.set(patterns, routes);
  }
  const segments = segmentsOf(path);
  return routes.find((route) => fits(route, segments))?.pattern;
}

function compile(pattern: string): Route {
  const isOpen = pattern.endsWith('/*');
  const segments = segmentsOf(isOpen ? pattern.slice(0, -2) : pattern);
  return { pattern, isOpen, segments: segments.map((segment) => (segment.startsWith(':') ? null : segment)) };
}

function segmentsOf(path: string): string[] {
  let end = path.length;
  while (end > 0 && path.charCodeAt(end - 1) === 47) {
    end -= 1;
  }
  return path.slice(0, end).split('/');
}

function fits({ segments, isOpen }: Route, given: readonly string[]): boolean {
  if (isOpen ? given.length < segments.length : given.length !== segments.length) {
    return false;
  }
  return segments.every((segment, index) => (segment === null ? given[index] !== '' : segment === given[index]));
}
