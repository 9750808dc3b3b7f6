import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sendSampleDay } from '../demo/sampleDay/sendSampleDay';
import { AdminClient } from '../scripts/start/AdminClient';
import { demoApp } from '../scripts/start/demoApp';
import { freePort } from '../scripts/start/freePort';
import { findGrafana } from '../scripts/start/grafanaHome';
import { startGrafana, type RunningGrafana } from '../scripts/start/startGrafana';

/** Playwright's configuration must know it before anything is started. */
const grafanaPort = 13000;

/**
 * A Grafana from `GRAFANA_HOME` with the built plugin, which runs its own server on its embedded database: what a
 * person gets who copies `dist/` and does nothing else. A day of sample data is loaded through the ingest listener.
 */
export async function startTestGrafana(settings: {
  stateDir: string;
  root: string;
  shopUrl: string;
}): Promise<RunningGrafana> {
  const home = findGrafana(process.env);
  if (!home) {
    throw new Error('GRAFANA_HOME holds no Grafana');
  }
  const dataDir = join(settings.stateDir, 'seamark');
  const ports = { ingest: await freePort(), admin: await freePort() };
  const grafana = await startGrafana({
    grafana: home,
    stateDir: settings.stateDir,
    distDir: join(settings.root, 'dist'),
    provisioningDir: join(settings.root, 'provisioning'),
    port: grafanaPort,
    pluginSettings: {
      data_dir: dataDir,
      ingest_addr: `127.0.0.1:${ports.ingest}`,
      admin_addr: `127.0.0.1:${ports.admin}`,
      // Journeys watch services of this machine.
      probe_allow: '127.0.0.0/8',
    },
    env: {
      GF_SECURITY_ADMIN_PASSWORD: 'admin',
      // The journeys log in once; a session that is renewed while they run would end for them.
      GF_AUTH_TOKEN_ROTATION_INTERVAL_MINUTES: '600',
      GF_FEATURE_TOGGLES_ENABLE: 'pluginsSkipHostEnvVars',
    },
  });
  try {
    await loadSample(dataDir, ports, settings.shopUrl);
  } catch (error) {
    await grafana.stop();
    throw error;
  }
  return grafana;
}

async function loadSample(dataDir: string, ports: { ingest: number; admin: number }, origin: string): Promise<void> {
  const ingestUrl = `http://127.0.0.1:${ports.ingest}`;
  await ready(`${ingestUrl}/readyz`);
  const token = readFileSync(join(dataDir, 'admin-token'), 'utf8').trim();
  const app = await demoApp(new AdminClient(`http://127.0.0.1:${ports.admin}`, token));
  await sendSampleDay({
    ...app,
    ingestUrl,
    origin,
    now: Date.now(),
    progress: () => undefined,
  });
}

async function ready(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within 30 s`);
}
