import type { LabelMatcher } from '../../../../src/contract/alerting/LabelMatcher';
import { matchLabels } from '../labels/matchLabels';
import type { Mute, MutedSubject } from './Mute';

/** Whether a silence or a window is about something, whenever it holds. */
export function covers(
  mute: Pick<Mute, 'matchers'> & { services?: readonly string[] },
  subject: MutedSubject
): boolean {
  const { labels, service = labels.service_name } = subject;
  const isNamed = service !== undefined && (mute.services ?? []).some((each) => each === '*' || each === service);
  return isNamed || (mute.matchers.length > 0 && matchLabels(mute.matchers, labels));
}

/** Whether matchers would fit an alert without any label, which is to say: nearly everything. */
export function fitsEverything(matchers: readonly LabelMatcher[]): boolean {
  return matchLabels(matchers, {});
}
