import { Batch } from '../Batch';
import { ItemClock } from '../ItemClock';
import { createItemIds } from '../itemIds';
import type { Purpose, Treatment } from '../Judgement';
import type { MappingTools } from '../MappingTools';
import type { Reception } from '../Reception';
import type { Secrets } from '../Secrets';

/** What the mapping of every item of one request shares, whatever its protocol. */
export interface Intake {
  batch: Batch;
  clock: ItemClock;
  tools: MappingTools;
  reception: Reception;
  secrets: Secrets;
  itemId: (index: number) => string;
  /** Rows named so far: counts also what is refused or dropped, so that a retry names the same rows the same. */
  rowCount: number;
  treatments: Readonly<Record<Purpose, Treatment>>;
  /** The key may call an error critical. */
  trusted: boolean;
  /** Ids of the persons who are among the rows already. */
  people: Set<string>;
}

/** What a request says before its items are looked at. */
export interface IntakeSigns {
  /** The latest time among the items, epoch milliseconds. */
  newest: number | undefined;
  /** When the client says that it sent the request, epoch milliseconds. */
  sentAt: number | undefined;
  /** The consent that the payload itself carries. */
  consent: string | undefined;
}

/** Opens the account of one request. */
export function openIntake(
  tools: MappingTools,
  reception: Reception,
  secrets: Secrets,
  { newest, sentAt, consent }: IntakeSigns
): Intake {
  const { app, receivedAt } = reception;
  const itemId = createItemIds(app.appId, reception.body);
  const timesSuffice = newest !== undefined && newest <= receivedAt && sentAt === undefined;
  const now = timesSuffice ? receivedAt : tools.arrivals.of(itemId(0), receivedAt);
  return {
    batch: new Batch(),
    clock: new ItemClock(now, newest, sentAt),
    tools,
    reception,
    secrets,
    itemId,
    rowCount: 0,
    treatments: tools.judgement.consent(app, {
      header: reception.consent,
      session: consent,
      doNotTrack: reception.doNotTrack,
      globalPrivacyControl: reception.globalPrivacyControl,
    }),
    trusted: app.keyScope === 'server' || app.trustClientCritical,
    people: new Set(),
  };
}

/** The latest of some times, epoch milliseconds; what is none is passed over. */
export function latestOf(times: Iterable<number | undefined>): number | undefined {
  let latest: number | undefined;
  for (const time of times) {
    if (time !== undefined && !Number.isNaN(time) && (latest === undefined || time > latest)) {
      latest = time;
    }
  }
  return latest;
}
