import type { BrowserConfig } from '@grafana/faro-web-sdk';
import type { ConsentMode } from './consent/decideSending';
import type { Purpose } from './consent/Purpose';
import type { ConsentState } from './Seamark';
import type { Destination } from './sending/collectUrlOf';

/** How a site is watched. Needs `collectUrl`, or `url` and `key`. */
export interface SeamarkOptions extends Destination {
  /** The app's name, or Faro's `app` with version and environment. */
  app: string | BrowserConfig['app'];
  /** As the app is set on the server; `required` unless given. */
  consent?: ConsentMode;
  /** What the site asks for; all three unless given. Other purposes are never sent. */
  purposes?: readonly Purpose[];
  /**
   * The route of a path: `/product/:id` for `/product/7`. It becomes Faro's page id and view, and where it begins with
   * `/` also the page of every number on the server.
   */
  routeName?: (path: string) => string | undefined;
  /** Whether choices outlast the page in `localStorage`. False: your consent manager keeps them. True unless given. */
  remember?: boolean;
  /** Name of the entry that holds the choices; `seamark.consent` unless given. */
  storageKey?: string;
  /** How many items wait in memory for a decision at most; 250 unless given. */
  bufferSize?: number;
  /** Called after every decision, here or in another tab. */
  onConsent?: (state: ConsentState) => void;
  /** Called with what went wrong, for finding out why nothing arrives; without it all is silent. */
  onError?: (error: unknown) => void;
  /** Faro's own options. `url` is not used. */
  faro?: Partial<Omit<BrowserConfig, 'app' | 'url' | 'apiKey'>>;
}
