import { useEffect, useRef, type RefObject } from 'react';

/** What single keys do, by key. */
export type ListKeys = Readonly<Record<string, () => void>>;

const texts = 'input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=menu]';

/**
 * Keys for a list whose rows each have an element `[data-list-row]` that takes the focus: `j` and `k` move it down and
 * up, `x` clicks it, and `keys` do what they say. Nothing happens while somebody types, or with a modifier held.
 */
export function useListKeys(list: RefObject<HTMLElement>, keys: ListKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey || event.altKey;
      if (held || (event.target instanceof Element && event.target.closest(texts) !== null)) {
        return;
      }
      const act = actOf(list.current, event.key) ?? latest.current[event.key];
      if (act !== undefined) {
        event.preventDefault();
        act();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list]);
}

function actOf(list: HTMLElement | null, key: string): (() => void) | undefined {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-list-row]') ?? [])];
  const focused = rows.findIndex((row) => row === document.activeElement);
  switch (key) {
    case 'j':
      return () => rows[Math.min(focused + 1, rows.length - 1)]?.focus();
    case 'k':
      return () => rows[Math.max(focused - 1, 0)]?.focus();
    case 'x':
      return () => rows[focused]?.click();
    default:
      return undefined;
  }
}
