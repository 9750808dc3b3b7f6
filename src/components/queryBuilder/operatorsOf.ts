import { fields } from '../../contract/query/fields';
import { operators, type Operator } from '../../contract/query/operators';

const patterns: readonly Operator[] = ['=~', '!~'];
const comparisons: readonly Operator[] = ['>', '>=', '<', '<='];

/** The comparisons that mean something for a field: patterns for text, order for numbers, either for an attribute. */
export function operatorsOf(name: string): readonly Operator[] {
  const type = fields.find((field) => field.name === name)?.type;
  const senseless = type === 'string' ? comparisons : type === 'number' ? patterns : [];
  return operators.filter((operator) => !senseless.includes(operator));
}
