import type { TokenScope } from '../../../contract/resources/tokens';

/** The scopes in plain words, the weakest first. */
export const scopeTexts: Record<TokenScope, { label: string; description: string }> = {
  read: { label: 'Read', description: 'Queries and lists, without anything that points at a person.' },
  upload: { label: 'Upload', description: 'Source maps, for a build.' },
  remote: {
    label: 'Remote Grafana',
    description: 'Speaks for the people of another Grafana, with their roles. For its data source only.',
  },
  admin: { label: 'Admin', description: 'Everything that an Admin may do here.' },
};
