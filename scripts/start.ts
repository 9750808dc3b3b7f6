import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sendSampleDay } from '../demo/sampleDay/sendSampleDay';
import { startShop } from '../demo/server/startShop';
import { serverProgram } from './start/serverProgram';
import { run } from './build/run';
import { demoApp } from './start/demoApp';
import { findGrafana } from './start/grafanaHome';
import { passableDataDir } from './start/passableDataDir';
import { requireFreePort } from './start/requireFreePort';
import { startGrafana } from './start/startGrafana';
import { startSeamarkServer, type SeamarkServer } from './start/seamarkServer';

const root = resolve(__dirname, '..');
const dataDir = process.env.SEAMARK_DATA_DIR
  ? resolve(process.env.SEAMARK_DATA_DIR)
  : passableDataDir(join(root, '.seamark'), {
      uid: process.getuid?.(),
      ...(process.env.SEAMARK_POSTGRES_UID ? { postgresUid: Number(process.env.SEAMARK_POSTGRES_UID) } : {}),
    });
const port = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);
const ports = {
  ingest: port('SEAMARK_START_INGEST_PORT', 8027),
  admin: port('SEAMARK_START_ADMIN_PORT', 8028),
  shop: port('SEAMARK_START_SHOP_PORT', 8029),
  grafana: port('SEAMARK_START_GRAFANA_PORT', 3000),
};

/** Somebody wants all of it to end. */
let asked = false;

/** Started things, in the order of starting; stopped in reverse. */
const running: Array<{ stop(): Promise<unknown> }> = [];

async function stopAll(): Promise<void> {
  for (let part = running.pop(); part; part = running.pop()) {
    await part.stop().catch(() => undefined);
  }
}

async function startDemo(server: SeamarkServer): Promise<string> {
  const app = await demoApp(server.admin);
  const collectUrl = `${server.ingestUrl}/collect/${app.browserKey}`;
  const shop = await startShop({ port: ports.shop, collectUrl, release: '1.5.0' });
  running.push(shop);
  if (app.isNew) {
    await loadSampleDay(server, { ...app, origin: shop.url });
  }
  return shop.url;
}

async function loadSampleDay(
  server: SeamarkServer,
  app: { browserKey: string; serverKey: string; origin: string }
): Promise<void> {
  const say = (text: string): boolean => process.stdout.write(process.stdout.isTTY ? `\r${text}` : '');
  const accepted = await sendSampleDay({
    ...app,
    ingestUrl: server.ingestUrl,
    now: Date.now(),
    progress: (done) => say(`Loading a day of sample data: ${Math.round(done * 100)} %`),
  });
  process.stdout.write(`${process.stdout.isTTY ? '\r' : ''}Loaded a day of sample data: ${accepted} items\n`);
}

async function startGrafanaIfAtHand(server: SeamarkServer, remoteToken: string): Promise<string | undefined> {
  const grafana = findGrafana(process.env);
  if (!grafana) {
    return undefined;
  }
  const distDir = join(root, 'dist');
  if (!existsSync(join(distDir, 'module.js'))) {
    console.log('Building the plugin for Grafana …');
    run('npm', ['run', 'build', '--', '--arch', 'host']);
  }
  console.log(`Starting Grafana from ${grafana.home} …`);
  const started = await startGrafana({
    grafana,
    stateDir: join(dataDir, 'grafana'),
    distDir,
    provisioningDir: join(root, 'provisioning'),
    port: ports.grafana,
    pluginSettings: { remote_url: server.admin.url, remote_token: remoteToken },
  });
  running.push(started);
  return started.url;
}

async function main(): Promise<void> {
  const withDemo = !process.argv.includes('--no-demo');
  console.log('Starting Seamark on its embedded PostgreSQL …');
  await requireFreePort(ports.ingest, 'ingest listener', 'SEAMARK_START_INGEST_PORT');
  await requireFreePort(ports.admin, 'admin listener', 'SEAMARK_START_ADMIN_PORT');
  if (withDemo) {
    await requireFreePort(ports.shop, 'demo shop', 'SEAMARK_START_SHOP_PORT');
  }
  const program = await serverProgram();
  const remoteToken = process.env.SEAMARK_REMOTE_TOKEN ?? randomBytes(32).toString('hex');
  const server = await startSeamarkServer({
    program,
    dataDir,
    ingestPort: ports.ingest,
    adminPort: ports.admin,
    remoteToken,
  });
  running.push(server);
  const shopUrl = withDemo ? await startDemo(server) : undefined;
  const grafanaUrl = await startGrafanaIfAtHand(server, remoteToken);
  printAddresses(server, shopUrl, grafanaUrl);
  const code = await server.ended;
  if (asked) {
    return;
  }
  await stopAll();
  console.error(`The server ended with code ${code}: its log is ${join(dataDir, 'logs', 'server.log')}`);
  process.exitCode = 1;
}

function printAddresses(server: SeamarkServer, shopUrl: string | undefined, grafanaUrl: string | undefined): void {
  const lines = [
    ...(shopUrl ? [`  Demo shop        ${shopUrl}   open it, click around, break something`] : []),
    `  Ingest listener  ${server.ingestUrl}   where browsers send to`,
    `  Admin listener   ${server.admin.url}   token: ${join(dataDir, 'admin-token')}`,
    grafanaUrl
      ? `  Grafana          ${grafanaUrl}/a/seamark-monitoring-app   user admin, password admin`
      : '  Grafana          none found here: set GRAFANA_HOME, or see "Install into Grafana" in README.md',
  ];
  console.log(`\nSeamark is running. Ctrl-C stops all of it.\n\n${lines.join('\n')}\n`);
}

async function quit(code: number): Promise<void> {
  await stopAll();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (!asked) {
      asked = true;
      console.log('\nStopping …');
      void quit(0);
    }
  });
}

main().catch(async (error: Error) => {
  await stopAll();
  console.error(error.message);
  process.exit(1);
});
