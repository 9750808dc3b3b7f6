import { createConsent } from './consent/createConsent';
import type { Choice, Choices } from './consent/Purpose';
import type { FaroWeb } from './faro/FaroWeb';
import { startFaro } from './faro/startFaro';
import { createGuard } from './guard';
import type { Seamark } from './Seamark';
import type { SeamarkOptions } from './SeamarkOptions';

/** Starts Faro so that nothing leaves or stays without consent. Never throws: where nothing works, it does nothing. */
export function createSeamark(page: Window | undefined, web: () => FaroWeb, options: SeamarkOptions): Seamark {
  const guard = createGuard(options.onError);
  const consent = createConsent(page || ({} as Window), options, guard);
  const started = page && guard(() => startFaro(page, web(), options, consent, guard))();
  const settle = guard(() => {
    consent.look();
    started?.settle();
  });
  const changed = (): void => {
    settle();
    guard(() => options.onConsent?.(consent.state()))();
  };
  const decide = guard((choice: Choice | Choices) => {
    consent.decide(choice);
    changed();
  });
  settle();
  guard(() => consent.watch(changed))();
  return {
    faro: started?.faro,
    state: consent.state,
    decide,
    optIn: () => decide('granted'),
    optOut: () => decide('denied'),
  };
}
