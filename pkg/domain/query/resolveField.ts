import { attributeColumns, fieldsOf } from '../../../src/contract/query/fields';
import type { DataKind } from '../../../src/contract/query/kinds';
import { checkText } from './checkText';
import { isPersonalAttribute } from './isPersonalAttribute';
import type { PlannedField } from './QueryPlan';
import { type Asker, QueryError } from './QueryRunner';

/** The field that `name` means for rows of `kind`. Throws QueryError for an unknown one, and for one not for this asker. */
export function resolveField(name: string, kind: DataKind, who: Asker): PlannedField {
  checkText(name, 'field name');
  const column = attributeColumns[kind];
  const field = fieldsOf(kind).find((candidate) => candidate.name === name);
  const key = name.startsWith(`${column}.`) ? name.slice(column.length + 1) : '';
  if (field === undefined && key === '') {
    const allowed = fieldsOf(kind).map((candidate) => candidate.name);
    throw new QueryError(`Unknown field "${name}" for ${kind}; allowed: ${allowed.join(', ')}, ${column}.<name>`);
  }
  if (!who.seesPersonal && (field?.personal ?? isPersonalAttribute(key))) {
    throw new QueryError(
      `The field "${name}" points at a person or holds a person's text: it is not shown to Viewers, alert rules and public dashboards`
    );
  }
  return field === undefined
    ? { source: 'attribute', name, key }
    : { source: 'named', name: field.name, type: field.type };
}
