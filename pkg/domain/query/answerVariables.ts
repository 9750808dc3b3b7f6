import { fieldsOf } from '../../../src/contract/query/fields';
import type { Frame } from '../../../src/contract/query/Frame';
import type { Query } from '../../../src/contract/query/Query';
import { valuesFrame } from './frames/valuesFrame';
import { planSelection } from './planSelection';
import type { QueryContext } from './QueryRunner';
import type { QueryStore } from './QueryStore';
import { readValues } from './readValues';
import { kindOf } from './kindOf';

/** Choices a variable offers unless its query says otherwise: a drop-down of ten would hide most pages. */
const defaultChoices = 1000;

/**
 * Values for a template variable. `field` is a named field, `column.key` for an attribute's values, or the attribute
 * column alone for the attributes' names; without it, the names of the fields of `of`.
 */
export async function answerVariables(store: QueryStore, query: Query, context: QueryContext): Promise<Frame[]> {
  const { who, signal } = context;
  const { field, limit = defaultChoices } = query;
  if (field === undefined || field === '') {
    const names = fieldsOf(kindOf(query.of, undefined)).filter((candidate) => who.seesPersonal || !candidate.personal);
    return [valuesFrame(query.refId, names.map((candidate) => candidate.name).slice(0, limit))];
  }
  const kind = kindOf(query.of, field);
  const selection = planSelection(query, kind, context);
  const values = await readValues(store, selection, { field, search: undefined, limit }, who, signal);
  return [valuesFrame(query.refId, values.map(({ value }) => value).sort(byText))];
}

/** People look for a name in the alphabet, and numbers in a name by their size. */
function byText(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
