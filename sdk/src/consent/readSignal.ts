/** A wish that the browser itself states for its visitor. */
export type Signal = 'gpc' | 'dnt';

/** Global Privacy Control or Do Not Track, under the names that browsers have given them; null where neither is on. */
export function readSignal(page: Window): Signal | null {
  const { navigator } = page;
  const says = (holder: unknown, name: string): unknown => (holder as Record<string, unknown>)[name];
  if (says(navigator, 'globalPrivacyControl') === true) {
    return 'gpc';
  }
  const on = (value: unknown): boolean => value === '1' || value === 'yes';
  const dnt = [says(navigator, 'doNotTrack'), says(page, 'doNotTrack'), says(navigator, 'msDoNotTrack')];
  return dnt.some(on) ? 'dnt' : null;
}
