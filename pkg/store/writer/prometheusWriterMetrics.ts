import { Gauge, Histogram, type Registry } from 'prom-client';
import type { WriterMetrics } from './WriterMetrics';

/** The writer's figures in `registry`: rows and seconds of each commit, and what waits. */
export function prometheusWriterMetrics(registry: Registry): WriterMetrics {
  const registers = [registry];
  const rows = new Histogram({
    name: 'seamark_commit_rows',
    help: 'Rows of one committed transaction',
    buckets: [1, 10, 50, 100, 250, 500, 1000, 2000, 5000],
    registers,
  });
  const seconds = new Histogram({
    name: 'seamark_commit_seconds',
    help: 'Seconds from the begin of a transaction to its commit',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const requests = new Gauge({ name: 'seamark_queue_requests', help: 'Requests that wait to be written', registers });
  const queued = new Gauge({ name: 'seamark_queue_rows', help: 'Rows that wait to be written', registers });
  return {
    committed: (count, duration) => {
      rows.observe(count);
      seconds.observe(duration);
    },
    queued: (waiting, count) => {
      requests.set(waiting);
      queued.set(count);
    },
  };
}
