import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startShop } from '../demo/server/startShop';
import { serverProgram } from '../scripts/start/serverProgram';
import { freePort } from '../scripts/start/freePort';
import { demoApp } from '../scripts/start/demoApp';
import { startSeamarkServer } from '../scripts/start/seamarkServer';
import { startTestGrafana } from './startTestGrafana';

/** Where the demo journeys find the shop and what watches it; handed over by environment, as Playwright's workers are processes. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'seamark-e2e-'));
  chmodSync(dataDir, 0o711);
  const server = await startSeamarkServer({
    program: await serverProgram(),
    dataDir,
    ingestPort: await freePort(),
    adminPort: await freePort(),
    remoteToken: 'e2e-remote-token-0123456789',
  });
  const app = await demoApp(server.admin);
  const shop = await startShop({
    port: await freePort(),
    collectUrl: `${server.ingestUrl}/collect/${app.browserKey}`,
    release: '1.5.0',
  });
  process.env.SEAMARK_E2E_SHOP_URL = shop.url;
  process.env.SEAMARK_E2E_INGEST_URL = server.ingestUrl;
  process.env.SEAMARK_E2E_ADMIN_URL = server.admin.url;
  process.env.SEAMARK_E2E_ADMIN_TOKEN = server.admin.token;
  const grafana = process.env.GRAFANA_HOME
    ? await startTestGrafana({ stateDir: join(dataDir, 'grafana'), root: resolve(__dirname, '..'), shopUrl: shop.url })
    : undefined;
  return async () => {
    await grafana?.stop();
    await shop.stop();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
