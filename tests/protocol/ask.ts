import type { CallResourceResponse, CheckHealthResponse, DataResponse } from '../../pkg/grafana/generated/backend';
import { call, type PluginClients } from '../../pkg/grafana/testing/connect';
import { contextOf } from '../../pkg/grafana/testing/contextOf';

const nothing = Buffer.alloc(0);

/** CheckHealth as an Admin's click on "Save & test" makes it. */
export function checkHealth({ diagnostics }: PluginClients): Promise<CheckHealthResponse> {
  return call(diagnostics.checkHealth.bind(diagnostics), { pluginContext: contextOf('Admin'), headers: {} });
}

/** CheckHealth until it is well, for at most `attempts` seconds; the last answer in any case. */
export async function healthyWithin(clients: PluginClients, attempts: number): Promise<CheckHealthResponse> {
  let health = await checkHealth(clients);
  for (let left = attempts; left > 0 && health.status !== 1; left -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    health = await checkHealth(clients);
  }
  return health;
}

/** A resource call with a JSON body; the answer's status and JSON. */
export async function resource(
  { resource: client }: PluginClients,
  method: string,
  path: string,
  body?: object,
  role = 'Admin'
): Promise<{ code: number; json: unknown }> {
  const parts = await new Promise<CallResourceResponse[]>((resolve, reject) => {
    const received: CallResourceResponse[] = [];
    client
      .callResource({
        pluginContext: contextOf(role),
        path,
        url: path,
        method,
        headers: body ? { 'Content-Type': { values: ['application/json'] } } : {},
        body: body ? Buffer.from(JSON.stringify(body)) : nothing,
      })
      .on('data', (part: CallResourceResponse) => received.push(part))
      .on('end', () => resolve(received))
      .on('error', reject);
  });
  const text = Buffer.concat(parts.map((part) => part.body)).toString();
  return { code: parts[0]?.code ?? 0, json: text === '' ? undefined : JSON.parse(text) };
}

/** One query over the last hour, as an alert rule asks it: role Admin, and no identity token. */
export async function query({ data }: PluginClients, json: object): Promise<DataResponse | undefined> {
  const now = Date.now();
  const { responses } = await call(data.queryData.bind(data), {
    pluginContext: contextOf('Admin', 'grafana_scheduler'),
    headers: { FromAlert: 'true' },
    queries: [
      {
        refId: 'A',
        maxDataPoints: 100,
        intervalMs: 60_000,
        timeRange: { fromEpochMs: now - 3_600_000, toEpochMs: now + 60_000 },
        json: Buffer.from(JSON.stringify({ refId: 'A', ...json })),
        queryType: '',
      },
    ],
  });
  return responses.A;
}
