import type { Assertion } from '../assertions';
import type { CheckSecrets } from '../secrets';
import type { SettingFields, SettingsOf } from './SettingField';

/** `probed`: something connects; `reported`: the service says so itself; `measured`: Seamark has a number of it. */
export type CheckWay = 'probed' | 'reported' | 'measured';

/** Something of an answer that assertions look at. */
export interface AssertionSource {
  label: string;
  /** Something that could be expected. */
  example: string;
  isNumber?: true;
  /** It is one of several: what says which, and an example of that. */
  target?: { what: 'a header' | 'a JSONPath'; example: string };
  /** It may hold a secret: it is matched, and not shown. */
  isHidden?: true;
}

/** What a check connects to. */
export interface CheckTarget {
  /** Which setting says it. */
  field: string;
  /** A name or an address, without a port. */
  host: string;
  /** Stored secrets stay with it. */
  place: string;
}

/** All that there is to know of a kind of check, but for how it looks: that is a folder of `pkg/probes`. */
export interface CheckKindDescription<
  F extends SettingFields = SettingFields,
  S extends Readonly<Record<string, AssertionSource>> = Readonly<Record<string, AssertionSource>>,
  W extends CheckWay = CheckWay,
> {
  label: string;
  /** What it does, for whoever chooses. */
  description: string;
  way: W;
  fields: F;
  /**
   * What of it is kept sealed: `authorization` is the password or token of a setting of type `auth`, `headers` are added
   * to those of the settings, `password` is needed by nothing else.
   */
  secrets?: ReadonlyArray<keyof CheckSecrets>;
  /** What assertions may ask. */
  sources: S;
  /** Assertions that hold unless a check says something about the same, and how the editor says so. */
  implied?: { assertions: readonly Assertion[]; text: string };
  /** Names of what it finds besides, by their key in a result's details; parts of an object as `certificate.names`. */
  details?: Readonly<Record<string, string>>;
  /** Null, or left out: it connects to nothing that a person names. Settings are of their schema. */
  target?(settings: SettingsOf<F>): CheckTarget | null;
  /** What it looks at, in a few words. */
  inWords(settings: SettingsOf<F>): string;
}

/** A description whose names and choices the compiler knows. */
export function checkKind<
  const F extends SettingFields,
  const S extends Readonly<Record<string, AssertionSource>>,
  const W extends CheckWay,
>(kind: CheckKindDescription<F, S, W>): CheckKindDescription<F, S, W> {
  return kind;
}
