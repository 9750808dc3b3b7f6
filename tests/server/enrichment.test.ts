import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { App, CreateApp } from '../../src/contract/resources/apps';
import { systemClock, type Clock } from '../../pkg/lib/Clock';
import { CountryFile } from '../../pkg/lib/countries/CountryFile';
import { writeCountries } from '../../pkg/lib/countries/testing/writeCountries';
import { day, minute } from '../../pkg/lib/duration';
import { silentLogger } from '../../pkg/lib/Logger';
import type { Store } from '../../pkg/store/openStore';
import { adminOf } from '../../pkg/store/testing/adminOf';
import { forEachDatabase } from '../../pkg/store/testing/forEachDatabase';
import { openTestStore } from '../../pkg/store/testing/openTestStore';
import { scratchDirectory } from '../../pkg/store/testing/scratchDirectory';
import { withClient } from '../../pkg/store/testing/withClient';
import { ingestOf } from './ingestOf';

const admin = adminOf(1);
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

interface StoredEvent {
  visitor_id: string | null;
  session_id: string | null;
  page_path: string | null;
  referrer_host: string | null;
  utm_source: string | null;
  utm_campaign: string | null;
  country: string | null;
  release: string | null;
  environment: string | null;
  event_data: Record<string, unknown>;
  device_info: Record<string, unknown>;
}

forEachDatabase('what is added to what visitors send', (db) => {
  const scratch = scratchDirectory();
  /** Yesterday, ten minutes before midnight: partitions are there, and the day ends soon. */
  const evening = Math.floor(systemClock.now() / day) * day - 10 * minute;
  let now = evening;
  const clock: Clock = { ...systemClock, now: () => now };
  const stores: Store[] = [];
  const processes: FastifyInstance[] = [];

  beforeAll(async () => {
    const path = join(scratch(), 'country.mmdb');
    writeFileSync(path, writeCountries({ '203.0.113.0/24': { country: { iso_code: 'DE' } } }));
    for (let index = 0; index < 2; index += 1) {
      const store = openTestStore(db, { clock });
      const countries = await CountryFile.open({ path, setting: 'SEAMARK_GEOIP_FILE', clock, logger: silentLogger });
      stores.push(store);
      processes.push(ingestOf(store, { clock, countries }));
    }
  });
  afterAll(async () => {
    await Promise.all(processes.map((ingest) => ingest.close()));
    await Promise.all(stores.map((store) => store.close()));
  });
  beforeEach(() => {
    now = evening;
  });

  const createApp = (more: Partial<CreateApp> = {}): Promise<App> => {
    const [store] = stores;
    if (store === undefined) {
      throw new Error('no store');
    }
    return store.apps.create(admin, { name: 'shop', allowed_origins: ['*'], consent_mode: 'implied', ...more });
  };
  const send = async (app: App, meta: object, part: { process?: number; attributes?: object } = {}) => {
    const answer = await processes[part.process ?? 0]?.inject({
      method: 'POST',
      url: `/collect/${app.keys[0]?.key}`,
      remoteAddress: '203.0.113.9',
      headers: { 'user-agent': firefox },
      payload: {
        meta,
        events: [{ name: 'page_view', timestamp: new Date(now).toISOString(), attributes: part.attributes ?? {} }],
      },
    });
    expect(answer?.statusCode).toBe(202);
    return answer?.json() as { dropped: Record<string, number> };
  };
  const stored = (app: App): Promise<StoredEvent[]> =>
    withClient(db.urlFor('jobs'), async (client) => {
      const { rows } = await client.query<StoredEvent>(
        'select * from analytics_events where app_id = $1 order by timestamp, id',
        [app.id]
      );
      return rows;
    });

  it('are page, campaign, place and device, as its app wants them called', async () => {
    const app = await createApp({ routes: ['/shop/:category/:product'] });
    await send(
      app,
      {
        app: { name: 'shop', release: '1.2.0', environment: 'production' },
        page: { url: 'https://shop.example/shop/shoes/nike-12?utm_source=letter&utm_campaign=spring&q=secret' },
      },
      { attributes: { referrer: 'https://search.example/?q=secret' } }
    );
    const [row] = await stored(app);
    expect(row).toMatchObject({
      page_path: '/shop/:category/:product', utm_source: 'letter', utm_campaign: 'spring', referrer_host: 'search.example',
      country: 'DE', release: '1.2.0', environment: 'production', device_info: { browser: 'Firefox', os: 'Linux' },
    }); // prettier-ignore
    expect(JSON.stringify(row)).not.toContain('secret');
  });

  it('are only those fields that its app wants', async () => {
    const app = await createApp({ fields: ['page_path', 'browser', 'event_data.plan'] });
    const page = { url: 'https://shop.example/cart?utm_source=letter' };
    const answer = await send(app, { page }, { attributes: { plan: 'gold', note: 'x' } });
    const [row] = await stored(app);
    expect(row).toMatchObject({
      page_path: '/cart', utm_source: null, country: null, session_id: null,
      event_data: { plan: 'gold' }, device_info: { browser: 'Firefox' },
    }); // prettier-ignore
    expect(answer.dropped.field_not_wanted).toBeGreaterThan(3);
  });

  it('are sessions, the same whichever process a visitor meets', async () => {
    const app = await createApp();
    now = evening - 3 * 60 * minute;
    for (const [index, pause] of [0, 20, 29, 31].entries()) {
      now += pause * minute;
      await send(app, {}, { process: index % 2 });
    }
    const rows = await stored(app);
    const ids = rows.map(({ session_id }) => session_id);
    expect(ids.every((id) => id !== null)).toBe(true);
    expect(ids.slice(0, 3)).toEqual([ids[0], ids[0], ids[0]]);
    expect(ids[3]).not.toBe(ids[0]);
    expect(new Set(rows.map(({ visitor_id }) => visitor_id)).size).toBe(1);
  });

  it('link no two days, and with the salts gone nothing is left that could', async () => {
    const app = await createApp();
    await send(app, {});
    now += 20 * minute;
    await send(app, {}, { process: 1 });
    const [before, after] = await stored(app);
    expect(before?.visitor_id).not.toBe(after?.visitor_id);
    expect(before?.session_id).not.toBe(after?.session_id);

    const kept = () =>
      withClient(db.urlFor('jobs'), async (client) => ({
        salts: (await client.query('select from daily_salts where day <= $1', [new Date(evening)])).rowCount,
        visitors: (await client.query('select from visitor_sessions where visitor_id = $1', [before?.visitor_id])).rowCount,
      })); // prettier-ignore
    expect((await kept()).visitors).toBe(1);
    // Two days after the start of the evening's day.
    await stores[0]?.maintenance.destroySalts(Math.floor(evening / day) * day + 2 * day);
    expect(await kept()).toEqual({ salts: 0, visitors: 0 });

    // The same visitor again, in a process that remembers nothing: of that day nobody can tell who it was.
    now = evening + 11 * minute;
    const store = openTestStore(db, { clock });
    const ingest = ingestOf(store, { clock });
    processes.push(ingest);
    stores.push(store);
    await send(app, {}, { process: processes.length - 1 });
    const ids = (await stored(app)).map(({ visitor_id }) => visitor_id);
    expect(ids.filter((id) => id === before?.visitor_id)).toHaveLength(1);
  });
});
