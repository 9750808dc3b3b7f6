import type { NotificationChannel } from '../../../contract/resources/notificationChannels';

/** Where a channel leads, as far as that is no secret. */
export function targetOf({ kind, settings }: Pick<NotificationChannel, 'kind' | 'settings'>): string {
  switch (kind) {
    case 'email':
      return Array.isArray(settings.to) ? settings.to.join(', ') : '';
    case 'slack':
      return typeof settings.channel === 'string' ? settings.channel : 'The channel of the webhook';
    case 'webhook':
      return typeof settings.url === 'string' ? settings.url : '';
  }
}
