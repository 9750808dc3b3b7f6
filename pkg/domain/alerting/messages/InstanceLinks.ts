import { oneLine } from './describeMessage';

/** Addresses of pages that a message leads to. Undefined where nobody has said at which address people open Grafana. */
export interface InstanceLinks {
  instance(id: string): string | undefined;
  rule(id: string): string | undefined;
  channels(): string | undefined;
}

/** @param grafanaUrl without a slash at its end */
export function instanceLinks(grafanaUrl: string | undefined): InstanceLinks {
  const page = (path: string): string | undefined =>
    grafanaUrl === undefined ? undefined : oneLine(`${grafanaUrl}/a/seamark-monitoring-app/${path}`);
  return {
    instance: (id) => page(`alerts/${id}`),
    rule: (id) => page(`alerts/rules/${id}`),
    channels: () => page('alerts/channels'),
  };
}
