import type { IngestRequest } from '../openRequest';
import type { DevicePair } from '../page/DeviceReader';
import type { Page } from '../page/PageReader';
import type { Person } from '../rows';
import type { Scrubber } from '../Scrubber';

/** What the mapping of every item of one plain batch shares. */
export interface PlainRequest extends IngestRequest {
  /** For items without a person. */
  scrubber: Scrubber;
  /** Pages and persons repeat within a batch. */
  pages: Map<string, Page>;
  people: Map<string, Person>;
  /** Pseudonyms of visitors by that of their person. */
  visitors: Map<string, string>;
  /** Persons who are among the rows already. */
  written: Set<Person>;
  dailyVisitor: string | null;
  /** What the request itself says of its device, for items that say nothing. */
  devices: DevicePair;
}
