import type { Faro } from '@grafana/faro-web-sdk';
import type { Consent } from '../consent/createConsent';
import { allPurposes } from '../consent/Purpose';
import type { Guard } from '../guard';
import { watchPaths } from '../pages/watchPaths';
import type { SeamarkOptions } from '../SeamarkOptions';
import { createGate } from '../sending/createGate';
import { isAbout } from '../sending/isAbout';
import { purposeOf } from '../sending/purposeOf';
import { createSessionKeeper } from './createSessionKeeper';
import { faroConfig } from './faroConfig';
import type { FaroWeb } from './FaroWeb';
import { showRoute } from '../pages/showRoute';

export interface StartedFaro {
  faro: Faro;
  /** Does what the consent now asks for: the session first, so that what was held belongs to it. */
  settle(): void;
}

/** Starts Faro behind a gate. Throws where it cannot be started; undefined where the page has a Faro already. */
export function startFaro(
  page: Window,
  web: FaroWeb,
  options: SeamarkOptions,
  consent: Consent,
  guard: Guard
): StartedFaro | undefined {
  // Filled once Faro runs; the gate is made before.
  const running: { faro?: Faro } = {};
  const { config, collectUrl, late, beforeSend } = faroConfig(web, options, guard);
  const isOwn = isAbout(collectUrl);
  const gate = createGate({
    faro: () => running.faro,
    fateOf: (item) => (isOwn(item) ? 'discard' : consent.state().fates[purposeOf(item)]),
    consent: consent.text,
    capacity: options.bufferSize || 250,
    beforeSend,
  });
  const pass = guard(gate.pass);
  // In the configuration, so that there is no moment at which Faro runs without it.
  const faro = web.initializeFaro({ ...config, beforeSend: (item) => pass(item) || null });
  if (!faro) {
    return undefined;
  }
  running.faro = faro;
  const keeper = createSessionKeeper(page, faro, late, guard);
  if (options.routeName) {
    watchPaths(page, showRoute(faro, options.routeName), guard);
  }
  return {
    faro,
    settle() {
      const { fates } = consent.state();
      if (allPurposes.some((purpose) => fates[purpose] === 'send')) {
        keeper.begin();
      } else {
        keeper.end();
      }
      gate.reconsider();
    },
  };
}
