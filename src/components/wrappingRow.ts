import type { GrafanaTheme2 } from '@grafana/data';

/** Looks of a row of a list on a surface of its own: its parts stand beside each other, and below each other where it is narrow. */
export function wrappingRow(theme: GrafanaTheme2) {
  return {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1, 1.5),
    borderRadius: theme.shape.radius.default,
    backgroundColor: theme.colors.background.secondary,
  } as const;
}
