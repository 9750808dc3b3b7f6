import type { BadgeColor } from '@grafana/ui';
import type { AttemptOutcome, DeliveryKind, DeliveryStatus } from '../../../contract/alerting/deliveryWords';

export const deliveryStatusTexts: Record<DeliveryStatus, { label: string; color: BadgeColor; description: string }> = {
  waiting: { label: 'Waiting', color: 'orange', description: 'For its first attempt or its next one' },
  sending: { label: 'Sending', color: 'blue', description: 'An attempt is under way' },
  sent: { label: 'Sent', color: 'green', description: 'The provider took it' },
  failed: { label: 'Failed', color: 'red', description: 'Refused for good, or given up' },
};

export const deliveryKindTexts: Record<DeliveryKind, string> = {
  opened: 'Opened',
  reminder: 'Reminder',
  'acknowledgement expired': 'Acknowledgement expired',
  resolved: 'Resolved',
  acknowledged: 'Acknowledged',
  unacknowledged: 'No longer acknowledged',
  assigned: 'Assigned',
  commented: 'Comment',
  test: 'Test',
};

export const outcomeTexts: Record<AttemptOutcome, string> = {
  sent: 'taken',
  retry: 'to be tried again',
  refused: 'refused for good',
  unknown: 'ended before it could tell; it may have arrived',
};
