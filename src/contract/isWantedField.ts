import { attributeFields, optionalFields } from './optionalFields';

const optional: readonly string[] = optionalFields;

/** Whether a name may stand in an app's list of fields: an optional column, `event_data.plan` or `event_data.*`. */
export function isWantedField(name: string): boolean {
  return (
    optional.includes(name) || attributeFields.some((column) => name.startsWith(`${column}.`) && name !== `${column}.`)
  );
}
