import type { LiveCounts } from './liveCounts';

/**
 * One frame of one row in JSON, schema included: a panel that joins later has seen no earlier packet, and Grafana takes
 * nothing but JSON here. `at` is in epoch milliseconds.
 */
export function livePacket(at: number, counts: LiveCounts): Buffer {
  const numbers = Object.entries(counts) as Array<[keyof LiveCounts, number]>;
  return Buffer.from(
    JSON.stringify({
      schema: {
        name: 'live',
        fields: [
          { name: 'time', type: 'time', typeInfo: { frame: 'time.Time' } },
          ...numbers.map(([name]) => ({ name, type: 'number', typeInfo: { frame: 'float64' } })),
        ],
      },
      data: { values: [[at], ...numbers.map(([, value]) => [value])] },
    })
  );
}
