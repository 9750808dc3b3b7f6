import type { FrameField } from '../../../../src/contract/query/Frame';
import { errorFingerprintPath } from '../../../../src/contract/pagePaths';

const errorLink = {
  title: 'Open this error in Seamark',
  // Grafana fills both in from the row.
  url: `${errorFingerprintPath('${__value.raw:percentencode}')}?var-app=\${__data.fields.app:percentencode}`,
};

/** Grafana's config of a column of groups or single rows: a fingerprint leads to its error wherever it is shown. */
export function fieldConfig(name: string): Pick<FrameField, 'config'> {
  return name === 'fingerprint' ? { config: { links: [errorLink] } } : {};
}
