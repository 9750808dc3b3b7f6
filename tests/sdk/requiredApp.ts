import { AdminClient } from '../../scripts/start/AdminClient';

/** Where a site whose visitors are asked sends to: an app of its own, whose consent mode is `required`. */
export async function requiredApp(): Promise<string> {
  const admin = new AdminClient(process.env.SEAMARK_E2E_ADMIN_URL ?? '', process.env.SEAMARK_E2E_ADMIN_TOKEN ?? '');
  const app =
    (await admin.findApp('asks')) ??
    (await admin.createApp({ name: 'asks', allowed_origins: ['*'], consent_mode: 'required' }));
  return `${process.env.SEAMARK_E2E_INGEST_URL}/collect/${app.keys[0]?.key}`;
}
