import type { PluginOptions } from '@grafana/plugin-e2e';
import { defineConfig, devices } from '@playwright/test';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

const grafanaGiven = Boolean(process.env.GRAFANA_URL || process.env.GRAFANA_HOME);
const grafanaUrl = process.env.GRAFANA_URL || 'http://127.0.0.1:13000';
const pluginE2eAuth = `${dirname(require.resolve('@grafana/plugin-e2e'))}/auth`;

/** The system's Chromium: none is ever downloaded. */
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/**
 * Without it a headless Chromium says that it is one, and is counted as a bot. Given to the browser as a whole, because
 * an override by the debugging protocol no longer holds while a page is unloaded, when it reports INP and CLS.
 */
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

const browser = {
  viewport: devices['Desktop Chrome'].viewport,
  launchOptions: {
    ...(executablePath ? { executablePath } : {}),
    args: [
      `--user-agent=${userAgent}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};

export default defineConfig<PluginOptions>({
  testDir: './tests',
  outputDir: './test-results',
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  timeout: 60_000,
  reporter: [['list'], ['./tests/closingLine.ts']],
  globalSetup: './tests/globalSetup.ts',
  // Pictures of every frame would take a core of a small machine; a failure has its picture of the end.
  use: {
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [
    { name: 'demo', testDir: './tests/demo', use: browser },
    { name: 'clients', testDir: './tests/clients', use: browser },
    { name: 'sdk', testDir: './tests/sdk', use: browser },
    ...(grafanaGiven
      ? [
          {
            name: 'auth',
            testDir: pluginE2eAuth,
            testMatch: [/.*\.js/],
            use: { ...browser, baseURL: grafanaUrl },
          },
          {
            name: 'grafana',
            testDir: './tests/grafana',
            // Grafana's own pages take most of it on a small machine.
            timeout: 120_000,
            expect: { timeout: 20_000 },
            dependencies: ['auth', 'demo'],
            use: { ...browser, baseURL: grafanaUrl, storageState: 'playwright/.auth/admin.json' },
          },
        ]
      : []),
  ],
});
