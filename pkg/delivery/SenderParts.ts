import type { InstanceLinks } from '../domain/alerting/messages/InstanceLinks';
import type { Clock } from '../lib/Clock';
import type { AddressGuard } from '../lib/outbound/AddressGuard';

/** What every sender needs. */
export interface SenderParts {
  /** Judges addresses that people named. */
  guard: AddressGuard;
  links: InstanceLinks;
  /** Names this installation, so that it recognises what comes back to it. */
  origin: string;
  version: string;
  clock: Clock;
  /** Undefined: nobody has set a mail server. */
  mail: MailSettings | undefined;
}

/** The mail server of this installation, which only its operator can name. */
export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
  url: string;
  /** An address, with or without a name before it. */
  from: string;
}
