import { join, resolve } from 'node:path';
import { startShop } from '../demo/server/startShop';
import { demoApp } from '../scripts/start/demoApp';
import { ScratchServer } from '../scripts/start/ScratchServer';
import { startTestGrafana } from './startTestGrafana';

/** Where the journeys find the shop and what watches it; handed over by environment, as Playwright's workers are processes. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const undo: Array<() => Promise<void>> = [];
  const stopAll = async (): Promise<void> => {
    for (let stop = undo.pop(); stop; stop = undo.pop()) {
      await stop();
    }
  };
  try {
    const server = await ScratchServer.open();
    undo.push(() => server.close());
    const app = await demoApp(server.admin);
    const shop = await startShop({
      port: 0,
      collectUrl: `${server.ingestUrl}/collect/${app.browserKey}`,
      release: '1.5.0',
    });
    undo.push(() => shop.stop());
    process.env.SEAMARK_E2E_SHOP_URL = shop.url;
    process.env.SEAMARK_E2E_INGEST_URL = server.ingestUrl;
    process.env.SEAMARK_E2E_ADMIN_URL = server.admin.url;
    process.env.SEAMARK_E2E_ADMIN_TOKEN = server.admin.token;
    if (process.env.GRAFANA_HOME) {
      const grafana = await startTestGrafana({
        stateDir: join(server.dataDir, 'grafana'),
        root: resolve(__dirname, '..'),
        shopUrl: shop.url,
      });
      undo.push(() => grafana.stop());
    }
    return stopAll;
  } catch (cause) {
    // Without it what was started before would stay behind.
    await stopAll();
    throw cause;
  }
}
