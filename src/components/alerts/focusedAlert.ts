const rowsOf = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('[data-alert-id]') ?? [])];

/** Id of the alert in whose row the focus is; undefined where it is in none. */
export function focusedAlert(list: HTMLElement | null): string | undefined {
  return rowsOf(list).find((row) => row.contains(document.activeElement))?.dataset.alertId;
}

/**
 * Moves the focus to the row behind the first of those that are about to go, else to the last that stays: whoever works
 * through a list with the keyboard goes on where they are.
 */
export function focusNextRow(list: HTMLElement | null, going: readonly string[]): void {
  const rows = rowsOf(list);
  const goes = ({ dataset: { alertId } }: HTMLElement) => alertId !== undefined && going.includes(alertId);
  const first = rows.findIndex(goes);
  const next = rows.slice(first).find((row) => !goes(row)) ?? rows.filter((row) => !goes(row)).at(-1);
  // After the popover has given the focus back to its button, which goes as well.
  setTimeout(() => next?.querySelector<HTMLElement>('[data-list-row]')?.focus());
}
