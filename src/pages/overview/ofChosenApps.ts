import type { AlertInstanceDetail } from '../../contract/resources/alertInstances';

/** What the variable `app` says: the names of the chosen apps; undefined where all of them are. */
export function chosenApps(value: unknown): readonly string[] | undefined {
  const names = (Array.isArray(value) ? value : [value]).map(String).filter((name) => name !== '');
  return value === undefined || value === null || names.length === 0 || names.includes('$__all') ? undefined : names;
}

/** Alerts of the chosen apps, and those that name none: they may be about any. */
export function ofChosenApps<T extends Pick<AlertInstanceDetail, 'labels'>>(
  alerts: readonly T[],
  apps: readonly string[] | undefined
): T[] {
  return alerts.filter(({ labels: { app } }) => apps === undefined || app === undefined || apps.includes(app));
}
