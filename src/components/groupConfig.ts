import { MappingType, SpecialValueMatch, type FieldConfig } from '@grafana/data';
import { fields } from '../contract/query/fields';

/** How a column of groups is shown: the field's name in words, and `(none)` for rows that have no value of it. */
export function groupConfig(name: string): FieldConfig {
  const attribute = name.slice(name.indexOf('.') + 1).replace(/_/g, ' ');
  return {
    displayName:
      fields.find((field) => field.name === name)?.label ?? attribute.charAt(0).toUpperCase() + attribute.slice(1),
    mappings: [
      { type: MappingType.SpecialValue, options: { match: SpecialValueMatch.Empty, result: { text: '(none)' } } },
    ],
  };
}
