import type { Batch } from '../Batch';
import type { ItemClock } from '../ItemClock';
import type { MappingTools } from '../MappingTools';
import type { Purpose, Treatment } from '../Judgement';
import type { Page } from '../page/PageReader';
import type { Reception } from '../Reception';
import type { Person } from '../rows';
import type { Scrubber } from '../Scrubber';
import type { Secrets } from '../Secrets';

/** What the mapping of every item of one plain batch shares. */
export interface PlainRequest {
  batch: Batch;
  clock: ItemClock;
  tools: MappingTools;
  reception: Reception;
  secrets: Secrets;
  treatments: Readonly<Record<Purpose, Treatment>>;
  /** For items without a person. */
  scrubber: Scrubber;
  itemId: (index: number) => string;
  /** Pages and persons repeat within a batch. */
  pages: Map<string, Page>;
  people: Map<string, Person>;
  /** Pseudonyms of visitors by that of their person. */
  visitors: Map<string, string>;
  /** Persons who are among the rows already. */
  written: Set<Person>;
  dailyVisitor: string | null;
}
