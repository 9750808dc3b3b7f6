import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { RowKind } from '../../../../src/contract/query/kinds';
import type { TestDatabase } from '../../testing/testDatabase';

const tables: Record<RowKind, string> = {
  performance: 'performance_data',
  events: 'analytics_events',
  errors: 'error_logs',
  metrics: 'monitoring_metrics',
  health: 'system_health',
};

const visit = { is_bot: false };

/** What a row has when a test does not care. */
const defaults: Record<RowKind, Record<string, unknown>> = {
  performance: { ...visit, metric_type: 'LCP', metric_unit: 'ms', metric_value: 1, metadata: {} },
  events: { ...visit, event_type: 'page_view', event_data: {} },
  errors: {
    ...visit,
    severity: 'high',
    error_type: 'javascript',
    error_message: 'boom',
    fingerprint: 'f',
    context: {},
  },
  metrics: { ...visit, name: 'API_RESPONSE_TIME', unit: 'ms', value: 1, metadata: {} },
  health: { service_name: 'api', status: 'healthy', metadata: {} },
};

/** Columns of one row; `at` is its time in epoch milliseconds. */
export type SeededRow = Record<string, unknown> & { at: number };

/** Creates an app as management would. */
export async function seedApp(db: TestDatabase, orgId: number, name: string): Promise<string> {
  const id = randomUUID();
  await as(db, 'app', async (client) => {
    await client.query('begin');
    await client.query(`select set_config('seamark.org_id', $1, true)`, [String(orgId)]);
    await client.query(
      `insert into apps (id, org_id, name, consent_mode, without_consent) values ($1, $2, $3, 'off', 'anonymous')`,
      [id, orgId, name]
    );
    await client.query('commit');
  });
  return id;
}

/** Stores rows as ingest would, with the days they need. */
export async function seedRows(
  db: TestDatabase,
  kind: RowKind,
  app: { id: string; orgId: number },
  rows: readonly SeededRow[]
): Promise<void> {
  const table = tables[kind];
  const time = kind === 'health' ? 'checked_at' : 'timestamp';
  const full = rows.map(({ at, ...row }) => ({
    id: randomUUID(),
    org_id: app.orgId,
    app_id: app.id,
    created_at: new Date(at).toISOString(),
    [time]: new Date(at).toISOString(),
    ...defaults[kind],
    ...row,
  }));
  const columns = [...new Set(full.flatMap((row) => Object.keys(row)))].map((column) => `"${column}"`).join(', ');
  await as(db, 'ingest', async (client) => {
    for (const day of new Set(full.map((row) => row.created_at.slice(0, 10)))) {
      await client.query('select raw.ensure_partition($1, $2)', [table, day]);
    }
    await client.query(
      `insert into raw.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::raw.${table}, $1)`,
      [JSON.stringify(full)]
    );
  });
}

/** Stores a device to which rows may refer by `device_id`. */
export async function seedDevice(
  db: TestDatabase,
  app: { id: string; orgId: number },
  id: number,
  info: Record<string, unknown>
): Promise<void> {
  await as(db, 'ingest', (client) =>
    client.query('insert into raw.devices (id, org_id, app_id, info) values ($1, $2, $3, $4)', [
      id,
      app.orgId,
      app.id,
      info,
    ])
  );
}

async function as(db: TestDatabase, role: 'app' | 'ingest', work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: db.urlFor(role) });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
