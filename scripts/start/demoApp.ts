import type { App, KeyScope } from '../../src/contract/resources/apps';
import type { AdminClient } from './AdminClient';

export interface DemoApp {
  browserKey: string;
  serverKey: string;
  /** Made just now: it has no data yet. */
  isNew: boolean;
}

/** The app `demo` with a key for browsers and one for services; made when it is missing. */
export async function demoApp(admin: AdminClient): Promise<DemoApp> {
  const existing = await admin.findApp('demo');
  const app = existing ?? (await admin.createApp({ name: 'demo', allowed_origins: ['*'], consent_mode: 'implied' }));
  return {
    browserKey: await keyOf(admin, app, 'browser'),
    serverKey: await keyOf(admin, app, 'server'),
    isNew: existing === undefined,
  };
}

async function keyOf(admin: AdminClient, app: App, scope: KeyScope): Promise<string> {
  const living = app.keys.find((key) => key.scope === scope && key.revoked_at === null);
  return (living ?? (await admin.createKey(app.id, scope))).key;
}
