import type { Random } from './random';

export interface HealthItem {
  type: 'health';
  service_name: string;
  status: 'healthy' | 'degraded' | 'down';
  response_time_ms: number | null;
  error_rate: number;
  last_error: string | null;
  metadata: { interval_seconds: number };
  checked_at: string;
}

const minute = 60_000;
const services = [
  { name: 'shop-api', latency: 85 },
  { name: 'checkout', latency: 140 },
  { name: 'search', latency: 210 },
];

/** A look a minute at three services between `from` and `to` (epoch milliseconds); checkout is away for 25 minutes. */
export function healthDay(random: Random, from: number, to: number): HealthItem[] {
  const outage = from + (to - from) * 0.62;
  const items: HealthItem[] = [];
  for (let at = from; at < to; at += minute) {
    for (const service of services) {
      const away = service.name === 'checkout' && at >= outage && at < outage + 25 * minute;
      const latency = Math.round(random.logNormal(service.latency, 0.3));
      const slow = latency > service.latency * 1.9;
      items.push({
        type: 'health',
        service_name: service.name,
        status: away ? 'down' : slow ? 'degraded' : 'healthy',
        response_time_ms: away ? null : latency,
        error_rate: away ? 1 : slow ? 0.04 : 0,
        last_error: away ? 'connection refused' : null,
        metadata: { interval_seconds: 60 },
        checked_at: new Date(at).toISOString(),
      });
    }
  }
  return items;
}
