import type { TransportItem } from '@grafana/faro-web-sdk';
import type { Purpose } from '../consent/Purpose';

/** What an item is for, as the server sorts them: measurements, errors with error logs, and all else. */
export function purposeOf(item: TransportItem): Purpose {
  // As text, because importing the enumeration would import Faro.
  const type: string = item.type;
  if (type === 'measurement') {
    return 'performance';
  }
  const isErrorLog = type === 'log' && (item.payload as { level?: string }).level === 'error';
  return type === 'exception' || isErrorLog ? 'errors' : 'analytics';
}
