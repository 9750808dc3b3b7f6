import { addHealth } from '../intake/addHealth';
import { describeSender } from '../intake/ItemSender';
import { addAttribute, textAt, type JsonObject } from '../JsonObject';
import type { MapSentryItem } from './SentryItem';
import { timeOfSentry } from './timeOfSentry';

const statuses = { ok: 'healthy', error: 'down', missed: 'down', timeout: 'down' } as const;

/** `check_in` of a scheduled task → `system_health`; that one has begun says nothing about health yet. */
export const mapCheckIn: MapSentryItem = (intake, checkIn, index) => {
  const serviceName = textAt(checkIn, 'monitor_slug');
  const said = textAt(checkIn, 'status') ?? '';
  if (serviceName === undefined) {
    return 'monitor_slug must be a text';
  }
  if (said === 'in_progress') {
    intake.batch.drop('check_in_in_progress');
    return undefined;
  }
  if (!Object.hasOwn(statuses, said)) {
    return 'status must be ok, error, missed, timeout or in_progress';
  }
  const { duration } = checkIn;
  const metadata: JsonObject = {};
  addAttribute(metadata, 'environment', textAt(checkIn, 'environment'));
  addAttribute(metadata, 'release', textAt(checkIn, 'release'));
  addAttribute(metadata, 'check_in_id', textAt(checkIn, 'check_in_id'));
  addHealth(
    intake,
    describeSender(intake, {}),
    { kind: 'check_in', index, time: timeOfSentry(checkIn.timestamp) },
    {
      serviceName,
      status: statuses[said as keyof typeof statuses],
      responseTimeMs:
        typeof duration === 'number' && Number.isFinite(duration) && duration >= 0 ? duration * 1000 : null,
      lastError: said === 'ok' ? null : `check-in: ${said}`,
      metadata,
    }
  );
  return undefined;
};
