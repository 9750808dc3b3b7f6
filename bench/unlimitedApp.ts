import type { AdminClient } from '../scripts/start/AdminClient';

export interface UnlimitedApp {
  browserKey: string;
  serverKey: string;
  /** Its number, which Sentry calls the project. */
  number: number;
  id: string;
}

/** A new app that no rate limit holds back. */
export async function unlimitedApp(admin: AdminClient, name: string): Promise<UnlimitedApp> {
  const app = await admin.createApp({ name, allowed_origins: ['*'], consent_mode: 'implied', rate_limit: null });
  const { key } = await admin.createKey(app.id, 'server');
  return { browserKey: app.keys[0]?.key ?? '', serverKey: key, number: app.number, id: app.id };
}
