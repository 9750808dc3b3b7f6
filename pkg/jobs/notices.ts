import type { NoticeQueue } from '../domain/alerting/notices/NoticeQueue';
import type { Bell } from '../lib/Bell';
import type { Clock } from '../lib/Clock';
import { second } from '../lib/duration';
import type { RepeatedJob } from './repeat';

/** Writes messages that waited for the end of a cooldown or of a silence. */
export function noticeJob(notices: NoticeQueue, clock: Clock, deliveries: Bell): RepeatedJob {
  return {
    name: 'notices',
    everyMs: second,
    retryMs: second,
    act: async () => {
      while (await notices.settleNext(clock.now())) {
        deliveries.ring();
      }
      return 0;
    },
  };
}
