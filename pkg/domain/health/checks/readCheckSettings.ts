import { checkKinds, kindOf, type CheckKind, type CheckSettings } from '../../../../src/contract/health/kinds/kinds';
import { settingsSchema } from '../../../../src/contract/health/kinds/settingsSchema';
import { shapeReader } from '../../../lib/shapes/shapeReader';
import { CheckProblem } from './CheckProblem';

/** Settings of a check, told apart by `kind`. */
export type KnownSettings = { [K in CheckKind]: { kind: K; settings: CheckSettings[K] } }[CheckKind];

const readers = new Map(
  checkKinds.map((kind) => [
    kind,
    shapeReader(
      settingsSchema(kindOf(kind).fields),
      'settings',
      (field, complaint) => new CheckProblem(field, complaint)
    ),
  ])
);

/** The settings of a check of a kind. Throws CheckProblem, which names the part that is wrong. */
export function readCheckSettings(kind: CheckKind, settings: unknown): KnownSettings {
  // The schema is made of the fields of which the types are made: the compiler cannot follow that.
  return { kind, settings: readers.get(kind)?.(settings) } as KnownSettings;
}
