import type { TimeRange } from '@grafana/data';
import { callRoute } from './callRoute';

interface ValuesWanted {
  kind?: string | undefined;
  app?: string | undefined;
  search?: string | undefined;
  range?: TimeRange | undefined;
}

/** Fields and their values as the server knows them, for a query that is built on a page: there are no variables. */
export function fieldSource(datasourceUid: string) {
  return {
    listFields: async (kind?: string) =>
      (await callRoute(datasourceUid, 'listFields', { query: { ...(kind && { kind }) } })).items,
    listFieldValues: async (name: string, { kind, app, search, range }: ValuesWanted = {}) => {
      const query = {
        ...(kind && { kind }),
        ...(app && { app }),
        ...(search && { search }),
        ...(range && { from: range.from.toISOString(), to: range.to.toISOString() }),
      };
      return (await callRoute(datasourceUid, 'listFieldValues', { params: { name }, query })).items;
    },
    listVariables: (): string[] => [],
  };
}
