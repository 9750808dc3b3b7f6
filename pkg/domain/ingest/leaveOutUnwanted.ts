import type { OptionalField } from '../../../src/contract/optionalFields';
import type { Batch } from './Batch';
import type { DeviceReader } from './page/DeviceReader';
import type { Attributes, CommonColumns, Device, ErrorRow, EventRow, SpanRow } from './rows';
import { WantedFields } from './WantedFields';

/** Keys that the product itself writes among free attributes and reads again. */
const ownKeys: readonly string[] = ['type', 'fatal', 'original_timestamp'];
const common = ['environment', 'release', 'page_url', 'page_path', 'country', 'session_id', 'user_id'] as const;
const ofEvents = ['event_name', 'referrer', 'utm_source', 'utm_medium', 'utm_campaign'] as const;
const ofErrors = ['error_stack', 'user_agent'] as const;
const ofDevices: readonly string[] = ['browser', 'browser_version', 'os', 'os_version', 'device_type', 'language'];

/** Takes out of a batch what its app does not want, and counts it. `list` is null where an app wants everything. */
export function leaveOutUnwanted(
  batch: Batch,
  list: readonly string[] | null | undefined,
  devices: DeviceReader
): void {
  if (list === null || list === undefined) {
    return;
  }
  const sieve = new Sieve(WantedFields.of(list), devices);
  const { rows } = batch;
  rows.analytics_events.forEach((row) => sieve.event(row));
  rows.error_logs.forEach((row) => sieve.error(row));
  rows.performance_data.forEach((row) => sieve.measured(row));
  rows.monitoring_metrics.forEach((row) => sieve.measured(row));
  rows.spans.forEach((row) => sieve.span(row));
  rows.system_health.forEach((row) => {
    row.metadata = sieve.attributes('metadata', row.metadata);
  });
  if (!sieve.wanted.has('user_id')) {
    rows.people.length = 0;
  }
  batch.drop('field_not_wanted', sieve.leftOut);
}

class Sieve {
  /** Values that were taken out so far. */
  leftOut = 0;
  readonly wanted: WantedFields;
  private readonly devices: DeviceReader;
  private readonly thinned = new Map<Device, Device | null>();

  constructor(wanted: WantedFields, devices: DeviceReader) {
    this.wanted = wanted;
    this.devices = devices;
  }

  event(row: EventRow): void {
    this.shared(row);
    this.columns(row, ofEvents);
    row.event_data = this.attributes('event_data', row.event_data);
  }

  error(row: ErrorRow): void {
    this.shared(row);
    this.columns(row, ofErrors);
    row.context = this.attributes('context', row.context);
  }

  measured(row: CommonColumns & { metadata: Attributes }): void {
    this.shared(row);
    row.metadata = this.attributes('metadata', row.metadata);
  }

  span(row: SpanRow): void {
    this.shared(row);
    row.attributes = this.attributes('attributes', row.attributes);
    row.resource = this.attributes('resource', row.resource);
    if (!this.wanted.hasAll('attributes')) {
      this.leftOut += row.events.length + row.links.length;
      row.events = [];
      row.links = [];
    }
  }

  attributes(column: Parameters<WantedFields['part']>[0], all: Attributes): Attributes {
    const kept = this.wanted.part(column, all, ownKeys);
    this.leftOut += Object.keys(all).length - Object.keys(kept).length;
    return kept;
  }

  private shared(row: CommonColumns): void {
    this.columns(row, common);
    if (row.device !== null) {
      row.device = this.device(row.device);
    }
  }

  private columns<K extends OptionalField>(row: Record<K, string | null>, names: readonly K[]): void {
    for (const name of names) {
      if (row[name] !== null && !this.wanted.has(name)) {
        row[name] = null;
        this.leftOut += 1;
      }
    }
  }

  private device(device: Device): Device | null {
    let thin = this.thinned.get(device);
    if (thin === undefined) {
      const named = ofDevices.filter((key) => this.wanted.has(key as OptionalField));
      const kept = this.wanted.part('device_info', device.info, named);
      thin = Object.keys(kept).length === Object.keys(device.info).length ? device : this.devices.device({ ...kept });
      this.thinned.set(device, thin);
    }
    this.leftOut += Object.keys(device.info).length - Object.keys(thin?.info ?? {}).length;
    return thin;
  }
}
