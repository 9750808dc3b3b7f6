import type { FrameField } from '../../../../src/contract/query/Frame';
import { errorFingerprintPath, pagePaths } from '../../../../src/contract/pagePaths';

const errorLink = {
  title: 'Open this error in Seamark',
  // Grafana fills both in from the row.
  url: `${errorFingerprintPath('${__value.raw:percentencode}')}?var-app=\${__data.fields.app:percentencode}`,
};

const alertLink = {
  title: 'Open this alert in Seamark',
  url: `${pagePaths.alerts}/\${__data.fields.id:percentencode}`,
};

/** Grafana's config of a column of groups or single rows: a fingerprint leads to its error, a title to its alert. */
export function fieldConfig(name: string): Pick<FrameField, 'config'> {
  const link = name === 'fingerprint' ? errorLink : name === 'title' ? alertLink : undefined;
  return link === undefined ? {} : { config: { links: [link] } };
}
