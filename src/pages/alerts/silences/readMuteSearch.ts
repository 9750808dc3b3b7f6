import type { LabelMatcher } from '../../../contract/alerting/LabelMatcher';
import { muteStatuses, type MuteStatus } from '../../../contract/alerting/muteStates';

/** The state that the URL asks for; undefined: all. */
export function readMuteStatus(search: URLSearchParams): MuteStatus | undefined {
  return muteStatuses.find((status) => status === search.get('status'));
}

/** Labels of an alert whose link leads here to be silenced: `?label=team%3Dweb`, once for each. */
export function readSilencedLabels(search: URLSearchParams): LabelMatcher[] {
  return search.getAll('label').flatMap((text) => {
    const at = text.indexOf('=');
    return at > 0 ? [{ name: text.slice(0, at), operator: '=' as const, value: text.slice(at + 1) }] : [];
  });
}

/** The service of a check whose link leads here to plan maintenance of it; undefined: none. */
export function readMaintainedService(search: URLSearchParams): string | undefined {
  return search.get('service') || undefined;
}
