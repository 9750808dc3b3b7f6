import type { ChangedIntegration } from '../../../contract/resources/integrations';

/** The receiver as it stands in alertmanager.yml. */
export function alertmanagerReceiver({ url, token, hint }: Pick<ChangedIntegration, 'url' | 'token' | 'hint'>): string {
  return [
    'receivers:',
    '  - name: seamark',
    '    webhook_configs:',
    `      - url: ${JSON.stringify(url)}`,
    '        send_resolved: true',
    '        http_config:',
    '          authorization:',
    '            type: Bearer',
    `            credentials: ${JSON.stringify(token ?? `${hint}… (the token that was shown once)`)}`,
  ].join('\n');
}
