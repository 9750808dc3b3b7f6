import type { TestDataSourceResponse } from '@grafana/data';
import { HealthStatus, type HealthCheckResult } from '@grafana/runtime';

/**
 * What "Save & test" shows for the backend's answer: its message, and beneath it one line a finding where it names some.
 * Grafana itself would throw away the details of a success.
 */
export function healthAnswer({ status, message, details }: HealthCheckResult): TestDataSourceResponse {
  const lines = findingsOf(details);
  return {
    status: status === HealthStatus.OK ? 'success' : 'error',
    message,
    ...(lines.length > 0 && { details: { message: lines.join(' '), verboseMessage: lines.join('\n') } }),
  };
}

function findingsOf(details: HealthCheckResult['details']): string[] {
  const findings = details?.['findings'];
  const texts = Array.isArray(findings) ? findings.map((finding: unknown) => textOf(finding)) : [];
  return texts.filter((text) => text !== '');
}

function textOf(finding: unknown): string {
  if (typeof finding === 'object' && finding !== null && 'message' in finding) {
    return String(finding.message);
  }
  return typeof finding === 'string' ? finding : '';
}
