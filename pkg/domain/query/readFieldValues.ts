import { checkText } from './checkText';
import { countsBots } from './countsBots';
import type { FieldReader } from './FieldReader';
import { kindOf } from './kindOf';
import type { QueryStore } from './QueryStore';
import { readValues } from './readValues';

/** Values of a field for a builder's drop-down. Throws QueryError. */
export async function readFieldValues(
  store: QueryStore,
  ...[request, who, range, signal]: Parameters<FieldReader['values']>
): ReturnType<FieldReader['values']> {
  const { field, app, limit } = request;
  const search = request.search === undefined ? undefined : checkText(request.search, 'search');
  const kind = kindOf(request.kind, field);
  const filters =
    app === undefined
      ? []
      : [
          {
            field: { source: 'named' as const, name: 'app', type: 'string' as const },
            test: { is: 'anyOf' as const, values: [checkText(app, 'app')] },
          },
        ];
  const selection = { kind, range, metric: undefined, filters, includeBots: countsBots({}, kind) };
  return readValues(store, selection, { field, search, limit }, who, signal);
}
