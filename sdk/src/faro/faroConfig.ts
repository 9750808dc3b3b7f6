import type { BrowserConfig, Instrumentation, TransportItem } from '@grafana/faro-web-sdk';
import { guardAll, type Guard } from '../guard';
import { collectUrlOf } from '../sending/collectUrlOf';
import type { SeamarkOptions } from '../SeamarkOptions';
import { isStoring } from './createSessionKeeper';
import type { FaroWeb } from './FaroWeb';

export interface FaroSetup {
  config: BrowserConfig;
  collectUrl: string;
  /** Instrumentations that wait until something may be sent. */
  late: Instrumentation[];
  beforeSend: ((item: TransportItem) => TransportItem | null | undefined) | undefined;
}

/** Faro's configuration for the options of a site. Throws where the destination is incomplete. */
export function faroConfig(web: FaroWeb, options: SeamarkOptions, guard: Guard): FaroSetup {
  const { beforeSend, instrumentations, transports, pageTracking, ...rest } = guardAll(options.faro || {}, guard);
  const { app, routeName } = options;
  const collectUrl = collectUrlOf(options);
  const all = instrumentations || web.getWebInstrumentations();
  const pageId = routeName && guard((place: Location) => routeName(place.pathname));
  return {
    collectUrl,
    late: all.filter(isStoring),
    beforeSend,
    config: {
      // Silent: what goes wrong here is not the page's concern.
      internalLoggerLevel: 0,
      ...rest,
      app: typeof app === 'string' ? { name: app } : app,
      pageTracking: { ...(pageId ? { generatePageId: pageId as (place: Location) => string } : {}), ...pageTracking },
      instrumentations: all.filter((instrumentation) => !isStoring(instrumentation)),
      transports: [
        // Credentials carry the opt-out that a visitor chose on the server's own page.
        new web.FetchTransport({
          url: collectUrl,
          requestOptions: { credentials: 'include' },
          ...(rest.requestCompression ? { requestCompression: true } : {}),
        }),
        ...(transports || []),
      ],
    },
  };
}
