import { instanceLinks } from '../../domain/alerting/messages/InstanceLinks';
import { manualClock } from '../../lib/testing/manualClock';
import { addressGuard } from '../../lib/outbound/AddressGuard';
import type { SenderParts } from '../SenderParts';

/** Senders for tests: they may go to the loopback, and people open Grafana at a fixed address. */
export function senderParts(more: Partial<SenderParts> = {}): SenderParts {
  return {
    guard: addressGuard(['127.0.0.1'], 'SEAMARK_WEBHOOK_ALLOW'),
    links: instanceLinks('https://grafana.example'),
    origin: 'installation-1',
    version: '0.0.0',
    clock: manualClock(),
    mail: undefined,
    ...more,
  };
}
