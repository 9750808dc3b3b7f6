import type { FirstArrivals } from './FirstArrivals';
import type { Judgement } from './Judgement';
import type { DeviceReader } from './page/DeviceReader';

/** What mapping needs besides a body: decisions of other parts of the product, and memories that outlive a request. */
export interface MappingTools {
  judgement: Judgement;
  devices: DeviceReader;
  /** ISO 3166 code of an address's country; undefined where none is known. */
  countryOf: (address: string) => string | undefined;
  arrivals: FirstArrivals;
}
