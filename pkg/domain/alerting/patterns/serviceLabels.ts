import type { Labels } from '../labels/labelsKey';

export const serviceLabelNames: readonly string[] = ['service_name', 'app'];

/** A service by its name and its app, where it belongs to one. */
export function serviceLabels({ app, service }: { app: string; service: string }): Labels {
  return app === '' ? { service_name: service } : { service_name: service, app };
}
