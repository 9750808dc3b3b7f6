import { test } from '@playwright/test';
import { ingestUrl, seamark } from '../watchingServer';
import { HostSite } from './HostSite';

/** A stranger's site with the package, and an app of its own whose visitors are asked. Its members may be read in tests. */
export interface SiteThatAsks {
  readonly site: HostSite;
  readonly collectUrl: string;
  /** Options of `startSeamark` in source text, with the app's address in them. */
  options(more?: string): string;
}

/** Builds and serves the site before the tests of the spec that calls it, and stops it after them. */
export function siteThatAsks(): SiteThatAsks {
  let site: HostSite | undefined;
  let collectUrl = '';
  test.beforeAll(async () => {
    site = await HostSite.start();
    collectUrl = await requiredApp();
  });
  test.afterAll(() => site?.stop());
  return {
    get site() {
      if (site === undefined) {
        throw new Error('The site is there from beforeAll on: read it inside of tests');
      }
      return site;
    },
    get collectUrl() {
      return collectUrl;
    },
    options: (more = '') => `{ collectUrl: '${collectUrl}', app: 'asks', ${more} }`,
  };
}

/** Where a site whose visitors are asked sends to: an app of its own, whose consent mode is `required`. */
async function requiredApp(): Promise<string> {
  const app =
    (await seamark.findApp('asks')) ??
    (await seamark.createApp({ name: 'asks', allowed_origins: ['*'], consent_mode: 'required' }));
  return `${ingestUrl}/collect/${app.keys[0]?.key}`;
}
