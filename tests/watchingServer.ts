import { AdminClient } from '../scripts/start/AdminClient';

/** Where the server listens that watches the sites of the journeys. */
export const ingestUrl = process.env.SEAMARK_E2E_INGEST_URL ?? '';

/** What it knows, and its management. */
export const seamark = new AdminClient(
  process.env.SEAMARK_E2E_ADMIN_URL ?? '',
  process.env.SEAMARK_E2E_ADMIN_TOKEN ?? ''
);
