import type { Faro, Instrumentation } from '@grafana/faro-web-sdk';
import type { Guard } from '../guard';

/** Everything that Faro writes into a browser. */
const storedByFaro = ['com.grafana.faro.session', 'com.grafana.faro.lastNavigationId'];

/** Begins and ends what Faro keeps in the browser. */
export interface SessionKeeper {
  /** Something may be sent: a session begins, unless it has. */
  begin(): void;
  /** Nothing may be sent: the session ends and its traces go. */
  end(): void;
}

/** Whether an instrumentation writes into the browser's storage as soon as it begins. */
export function isStoring({ name }: Instrumentation): boolean {
  return /-(session|performance)$/.test(name);
}

/** Keeps `late`, the instrumentations that store, out of Faro until something may be sent. */
export function createSessionKeeper(page: Window, faro: Faro, late: Instrumentation[], guard: Guard): SessionKeeper {
  const session = late.filter(({ name }) => /-session$/.test(name))[0];
  let added = false;
  let running = false;

  const forget = (): void => {
    for (const area of ['sessionStorage', 'localStorage'] as const) {
      guard(() => storedByFaro.forEach((key) => page[area].removeItem(key)))();
    }
  };
  // Listeners that Faro's session leaves behind write it again, when a tab is shown for one; they always tell here.
  faro.metas.addListener(() => {
    if (!running) {
      forget();
    }
  });

  return {
    begin() {
      if (running) {
        return;
      }
      running = true;
      if (!added) {
        added = true;
        faro.instrumentations.add(...late);
      } else if (session?.destroy) {
        session.initialize();
      }
    },
    end() {
      if (running) {
        // Not instrumentations.remove: of Faro 2 it finds only what was added last.
        session?.destroy?.();
      }
      running = false;
      forget();
    },
  };
}
