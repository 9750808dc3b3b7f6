import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import { errorFingerprintPath, pagePaths, webVitalDetailPath, webVitalPath } from '../../../../src/contract/pagePaths';
import { isWebVital } from '../../../../src/contract/webVitals';
import type { Labels } from '../labels/labelsKey';
import type { Condition } from '../rules/Condition';

/** The page of the app that shows what a condition is about: of one error, of one vital, of errors; none for the rest. */
export function pageOf(condition: Condition, query: ConditionQuery | null, labels: Labels): { page?: string } {
  const fingerprint = labels.fingerprint;
  if (fingerprint !== undefined && fingerprint !== '') {
    return { page: withVariables(errorFingerprintPath(fingerprint), { app: labels.app }) };
  }
  const valueOf = (field: string): string | undefined => {
    const filter = query?.filters?.find((each) => each.field === field && each.operator === '=');
    return typeof filter?.value === 'string' && filter.value !== '' ? filter.value : undefined;
  };
  const variables = { app: valueOf('app'), environment: valueOf('environment'), release: valueOf('release') };
  if (query?.kind === 'performance' && query.metric !== undefined && isWebVital(query.metric)) {
    const page = valueOf('page_path');
    return page === undefined
      ? { page: withVariables(webVitalPath(query.metric), variables) }
      : { page: withVariables(webVitalDetailPath(query.metric), { ...variables, page }) };
  }
  const { config } = condition;
  const isAboutErrors = query?.kind === 'errors' || ('kind' in config && config.kind === 'message');
  return isAboutErrors ? { page: withVariables(pagePaths.errors, variables) } : {};
}

function withVariables(path: string, variables: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(variables).flatMap(([name, value]) =>
    value === undefined ? [] : [`var-${name}=${encodeURIComponent(value)}`]
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}
