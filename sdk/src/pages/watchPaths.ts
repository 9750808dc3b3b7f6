import type { Guard } from '../guard';

/** Calls back with the path at once, and again whenever the page changes it without being loaded anew. */
export function watchPaths(page: Window, onPath: (path: string) => void, guard: Guard): void {
  let current: string | undefined;
  const look = guard(() => {
    const { pathname } = page.location;
    if (pathname !== current) {
      current = pathname;
      onPath(pathname);
    }
  });
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = page.history[name];
    page.history[name] = function (this: History, ...args) {
      // What the browser throws is for the page to see.
      original.apply(this, args);
      look();
    };
  }
  page.addEventListener('popstate', look);
  look();
}
