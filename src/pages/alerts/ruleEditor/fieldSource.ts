import { callRoute } from '../../../api/callRoute';
import type { FieldSource } from '../../../components/queryBuilder/FieldSource';

/** Fields and their values as the server knows them; a rule has no variables. */
export function fieldSource(datasourceUid: string): FieldSource {
  return {
    listFields: async (kind) =>
      (await callRoute(datasourceUid, 'listFields', { query: { ...(kind && { kind }) } })).items,
    listFieldValues: async (name, { kind, app, search, range } = {}) => {
      const query = {
        ...(kind && { kind }),
        ...(app && { app }),
        ...(search && { search }),
        ...(range && { from: range.from.toISOString(), to: range.to.toISOString() }),
      };
      return (await callRoute(datasourceUid, 'listFieldValues', { params: { name }, query })).items;
    },
    listVariables: () => [],
  };
}
