import type { DataKind } from '../../../src/contract/query/kinds';
import type { Filter } from '../../../src/contract/query/Query';
import { checkText } from './checkText';
import type { FilterTest, PlannedField, PlannedFilter } from './QueryPlan';
import { type Asker, QueryError } from './QueryRunner';
import { patternOf } from './regex/patternOf';
import { resolveField } from './resolveField';

/** Values one filter may list: what a multi-value variable can reasonably hold. */
const mostValues = 1000;

/** A filter with its field found and its value fit for the operator. Throws QueryError. */
export function planFilter(filter: Filter, kind: DataKind, who: Asker): PlannedFilter {
  const field = resolveField(filter.field, kind, who);
  return { field, test: planTest(filter, field) };
}

function planTest({ field: name, operator, value }: Filter, field: PlannedField): FilterTest {
  const isNumber = field.source === 'named' && field.type === 'number';
  switch (operator) {
    case '=':
    case '!=': {
      const values = (Array.isArray(value) ? value : [value]).map((one) => checkText(String(one), `filter on ${name}`));
      if (values.length > mostValues) {
        throw new QueryError(`The filter on ${name} lists more than ${mostValues} values; use =~ instead`);
      }
      return isNumber
        ? { is: operator === '=' ? 'anyNumber' : 'noNumber', values: values.map((one) => numberOf(one, name)) }
        : { is: operator === '=' ? 'anyOf' : 'noneOf', values };
    }
    case '=~':
    case '!~':
      if (isNumber) {
        throw new QueryError(`The field "${name}" is a number: compare it with =, !=, >, >=, < or <=`);
      }
      if (Array.isArray(value)) {
        throw new QueryError(`The operator ${operator} on ${name} takes one regular expression, not a list`);
      }
      return {
        is: operator === '=~' ? 'matching' : 'notMatching',
        pattern: patternOf(checkText(String(value), `filter on ${name}`, true), name),
      };
    default:
      if (field.source === 'named' && !isNumber) {
        throw new QueryError(`The field "${name}" is text: compare it with =, !=, =~ or !~ instead of ${operator}`);
      }
      return { is: operator, value: numberOf(value, name) };
  }
}

function numberOf(value: Filter['value'], name: string): number {
  const text = typeof value === 'string' ? checkText(value.trim(), `filter on ${name}`) : value;
  const number = Array.isArray(text) || text === '' ? NaN : Number(text);
  if (!Number.isFinite(number)) {
    throw new QueryError(`The filter on ${name} needs a number`);
  }
  return number;
}
