import { type CheckKind, kindOf } from './kinds';
import type { SettingFields, SettingsOf } from './SettingField';

/** What a check looks at, in a few words: an address, a host with its port, a name, a schedule, a number. */
export function checkInWords({
  kind,
  settings,
}: {
  kind: CheckKind;
  settings: Readonly<Record<string, unknown>>;
}): string {
  // They were read by the schema of the kind before they were kept.
  return kindOf(kind).inWords(settings as SettingsOf<SettingFields>);
}
