import type { Guard } from '../guard';
import { formatChoices, parseChoices } from './choicesText';
import type { Choices } from './Purpose';

/** Where the visitor's choices are kept. */
export interface RememberedChoices {
  read(): Choices;
  write(choices: Choices): void;
  /** Calls back when another tab of the site decided. */
  watch(onChange: () => void): void;
}

/**
 * Choices that outlast the page, under `key` of `localStorage`: written by a decision and by nothing else. Where the
 * browser denies storage they last as long as the page.
 */
export function rememberChoices(page: Window, key: string, guard: Guard): RememberedChoices {
  const memory = forgetChoices();
  return {
    read: () => guard(() => parseChoices(page.localStorage.getItem(key)))() || memory.read(),
    write(choices) {
      memory.write(choices);
      guard(() => page.localStorage.setItem(key, formatChoices(choices)))();
    },
    watch(onChange) {
      page.addEventListener('storage', (event) => {
        if (!event.key || event.key === key) {
          onChange();
        }
      });
    },
  };
}

/** Choices that last as long as the page, for sites whose consent manager keeps them. */
export function forgetChoices(): RememberedChoices {
  let known: Choices = {};
  return { read: () => ({ ...known }), write: (choices) => (known = choices), watch: () => undefined };
}
