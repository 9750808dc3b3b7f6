import { Compile } from 'typebox/compile';
import { Query } from '../../../src/contract/query/Query';
import { QueryError } from './QueryRunner';

const validator = Compile(Query);

/**
 * What came over the wire as a query, or a QueryError that says where it is not one. Keys that Grafana adds for itself
 * (`datasource`, `hide`, …) are left alone.
 */
export function readQuery(value: unknown): Query {
  if (validator.Check(value)) {
    return value;
  }
  const [first] = validator.Errors(value);
  const place = first?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  const allowed = first?.keyword === 'enum' ? first.params.allowedValues : undefined;
  const complaint =
    Array.isArray(allowed) && place !== '' ? `must be one of ${allowed.join(', ')}` : (first?.message ?? 'is wrong');
  throw new QueryError(place === '' ? `The query ${complaint}` : `"${place}" ${complaint}`);
}
