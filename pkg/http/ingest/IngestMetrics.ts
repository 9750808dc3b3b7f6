import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Batch } from '../../domain/ingest/Batch';

/** What the ingest listener tells of itself. Labels are our own words, never a sender's. */
export class IngestMetrics {
  private readonly accepted: Counter;
  private readonly rejected: Counter;
  private readonly dropped: Counter;
  private readonly requests: Counter;
  private readonly durations: Histogram;
  private readonly sizes: Histogram;

  constructor(registry: Registry, inFlight: () => number) {
    const registers = [registry];
    this.accepted = new Counter({
      name: 'seamark_ingest_items_accepted_total',
      help: 'Items stored',
      labelNames: ['kind'],
      registers,
    });
    this.rejected = new Counter({
      name: 'seamark_ingest_items_rejected_total',
      help: 'Items refused with a reason',
      labelNames: ['kind'],
      registers,
    });
    this.dropped = new Counter({
      name: 'seamark_ingest_items_dropped_total',
      help: 'Items left out on purpose',
      labelNames: ['reason'],
      registers,
    });
    this.requests = new Counter({
      name: 'seamark_ingest_requests_total',
      help: 'Requests answered',
      labelNames: ['route', 'status'],
      registers,
    });
    this.durations = new Histogram({
      name: 'seamark_ingest_request_duration_seconds',
      help: 'From the first byte of a request to the last of its answer',
      labelNames: ['route'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    });
    this.sizes = new Histogram({
      name: 'seamark_ingest_body_bytes',
      help: 'Size of bodies after decompression',
      buckets: [1e3, 4e3, 16e3, 64e3, 256e3, 1e6, 4e6],
      registers,
    });
    new Gauge({
      name: 'seamark_ingest_requests_in_flight',
      help: 'Requests being worked on',
      registers,
      collect() {
        this.set(inFlight());
      },
    });
  }

  /** Counts what became of one request's items. */
  countBatch(batch: Batch): void {
    for (const [kind, count] of Object.entries(batch.accepted)) {
      this.accepted.inc({ kind }, count);
    }
    for (const { kind, count } of batch.rejected) {
      this.rejected.inc({ kind }, count);
    }
    for (const [reason, count] of Object.entries(batch.dropped)) {
      this.dropped.inc({ reason }, count);
    }
  }

  countBody(bytes: number): void {
    this.sizes.observe(bytes);
  }

  countAnswer(route: string, status: number, seconds: number): void {
    this.requests.inc({ route, status });
    this.durations.observe({ route }, seconds);
  }
}
