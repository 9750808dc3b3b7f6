import type { KeyedApp } from './KeyedApp';

/** A request as the listener received it: everything but the parsed body. */
export interface Reception {
  app: KeyedApp;
  /** Epoch milliseconds. */
  receivedAt: number;
  /** The decoded body: its hash is the identity of the request. */
  body: string;
  /** Used for the daily pseudonym only, never stored. */
  address: string;
  userAgent: string | undefined;
  /** Client hints, as `joinClientHints` joins them. */
  clientHints: string | undefined;
  /** Header `x-faro-session-id`. */
  sessionId: string | undefined;
  /** Header `x-seamark-consent`. */
  consent: string | undefined;
  /** The denial was chosen on the privacy page of this server. */
  hasOptedOut?: boolean;
  doNotTrack: boolean;
  globalPrivacyControl: boolean;
}
