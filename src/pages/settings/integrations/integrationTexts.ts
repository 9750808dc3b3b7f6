import type { Integration } from '../../../contract/resources/integrations';

export const integrationTexts: Record<Integration['kind'], { label: string; description: string }> = {
  grafana: { label: 'Grafana Alerting', description: 'A contact point of kind Webhook, here or in another Grafana' },
  alertmanager: { label: 'Prometheus Alertmanager', description: 'A receiver with webhook_configs' },
};
