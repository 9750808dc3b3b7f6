/** A function that never throws: it answers undefined instead, and the error goes to whoever asked to hear of it. */
export type Guarded<A extends unknown[], R> = (...args: A) => R | undefined;
export type Guard = <A extends unknown[], R>(act: (...args: A) => R) => Guarded<A, R>;

/** Makes a guard. `onError` is a stranger's function too: it may throw, and nobody hears of that. */
export function createGuard(onError?: (error: unknown) => void): Guard {
  return (act) =>
    function (this: unknown, ...args) {
      try {
        return act.apply(this, args);
      } catch (error) {
        try {
          onError?.(error);
        } catch {
          // There is nobody left to tell.
        }
        return undefined;
      }
    };
}

/** Options in which every function is guarded, in plain objects and lists at any depth; instances stay as they are. */
export function guardAll<T>(options: T, guard: Guard): T {
  if (typeof options === 'function') {
    return guard(options as never) as T;
  }
  if (Array.isArray(options)) {
    return options.map((entry: unknown) => guardAll(entry, guard)) as T;
  }
  if (options && Object.getPrototypeOf(options) === Object.prototype) {
    const guarded: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(options)) {
      guarded[name] = guardAll(value as unknown, guard);
    }
    return guarded as T;
  }
  return options;
}
