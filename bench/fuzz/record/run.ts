import { chromium, type Browser } from '@playwright/test';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startClientSite } from '../../../tests/clients/startClientSite';
import { corpusFolder } from '../Recording';
import { browserScripts } from './browserScripts';
import { RecordingListener } from './RecordingListener';
import { useOpenTelemetry } from './useOpenTelemetry';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** Records what the installed SDKs send, into `corpus/`: the browser's in Chromium, OpenTelemetry in this process. */
async function main(): Promise<void> {
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  for (const client of Object.keys(browserScripts(''))) {
    await recording(client, async (listener) => {
      await visit(browser, browserScripts(listener.host)[client] ?? '');
    });
  }
  await browser.close();
  for (const encoding of ['json', 'protobuf'] as const) {
    await recording(`opentelemetry-${encoding}`, (listener) => useOpenTelemetry(encoding, listener.host));
  }
}

async function recording(client: string, act: (listener: RecordingListener) => Promise<void>): Promise<void> {
  const listener = await RecordingListener.start();
  await act(listener);
  listener.stop();
  const { requests } = listener;
  writeFileSync(
    join(corpusFolder, `${client}.json`),
    `${JSON.stringify({ client, recordedAt: Date.now(), requests }, null, 2)}\n`
  );
  console.log(`${client}: ${requests.length} requests`);
}

/** One page from its loading to its end. */
async function visit(browser: Browser, script: string): Promise<void> {
  const site = await startClientSite(script);
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Pay' }).click();
  await page.evaluate('act()');
  await page.waitForTimeout(2_000);
  await page.evaluate('flush()');
  await page.goto('about:blank');
  await page.waitForTimeout(500);
  await page.close();
  await site.stop();
}

void main();
