import { Batch } from './Batch';
import { ItemClock } from './ItemClock';
import { createItemIds } from './itemIds';
import type { Purpose, SpokenDecision, Treatment } from './Judgement';
import type { MappingTools } from './MappingTools';
import type { Reception } from './Reception';
import { furthestOff } from './retention';
import type { Secrets } from './Secrets';

/** What the mapping of every item of one request shares, whatever its protocol. */
export interface IngestRequest {
  batch: Batch;
  clock: ItemClock;
  tools: MappingTools;
  reception: Reception;
  secrets: Secrets;
  itemId: (index: number) => string;
  treatments: Readonly<Record<Purpose, Treatment>>;
  /** What the visitor decided, where the request says it. */
  spoken: SpokenDecision | undefined;
  /** The key may call an error critical. */
  trusted: boolean;
  /** Where the request came from, for items that do not say it; null where that is no visitor's place. */
  country: string | null;
}

/** What a request says before its items are looked at. */
export interface RequestSigns {
  /** The latest time among the items that is not after `last`, both in epoch milliseconds; `last` may be infinite. */
  newest: (last: number) => number | undefined;
  /** When the client says that it sent the request, epoch milliseconds. */
  sentAt: number | undefined;
  /** The consent that the payload itself carries. */
  consent: string | undefined;
}

/** Opens the account of one request. */
export function openRequest(
  tools: MappingTools,
  reception: Reception,
  secrets: Secrets,
  { newest, sentAt, consent }: RequestSigns
): IngestRequest {
  const { app, receivedAt } = reception;
  const itemId = createItemIds(app.appId, reception.body);
  const latest = newest(Infinity);
  const timesSuffice = latest !== undefined && latest <= receivedAt && sentAt === undefined;
  const now = timesSuffice ? receivedAt : tools.arrivals.of(itemId(0), receivedAt);
  const credible = now + furthestOff;
  const { doNotTrack, globalPrivacyControl } = reception;
  const signals = { header: reception.consent, session: consent, doNotTrack, globalPrivacyControl };
  return {
    batch: new Batch(),
    clock: new ItemClock(
      now,
      latest !== undefined && latest > credible ? newest(credible) : latest,
      sentAt,
      app.rawRetention
    ),
    tools,
    reception,
    secrets,
    itemId,
    treatments: tools.judgement.consent(app, signals),
    spoken: tools.judgement.spoken(app, signals),
    trusted: app.keyScope === 'server' || app.trustClientCritical,
    country: app.keyScope === 'server' ? null : (tools.countryOf(reception.address) ?? null),
  };
}
