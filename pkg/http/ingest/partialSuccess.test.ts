import type { RefusedRow } from '../../domain/ingest/RowWriter';
import { fakeStore, serverKey, testNow } from './testing/fakeStore';

const now = String(testNow * 1e6);
const ids = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };

async function answerTo(signal: string, payload: unknown, refused: RefusedRow[] = []) {
  const store = fakeStore();
  store.refused.push(...refused);
  const answer = await store.app.inject({
    method: 'POST',
    url: `/v1/${signal}`,
    headers: { 'x-api-key': serverKey, 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  });
  expect(answer.statusCode).toBe(200);
  return { ...(answer.json() as { partialSuccess: Record<string, string> }), rows: store.written[0] };
}

const metrics = (...list: unknown[]) => ({ resourceMetrics: [{ scopeMetrics: [{ metrics: list }] }] });
const point = (more: object = {}) => ({ timeUnixNano: now, asDouble: 1, ...more });

describe('what an OTLP answer counts as refused', () => {
  it('is nothing where all was stored', async () => {
    const { partialSuccess } = await answerTo('metrics', metrics({ name: 'a', gauge: { dataPoints: [point()] } }));
    expect(partialSuccess).toEqual({});
  });

  it('are data points, not metrics', async () => {
    const { partialSuccess, rows } = await answerTo(
      'metrics',
      metrics(
        { gauge: { dataPoints: [point(), point(), point()] } },
        { name: 'a', gauge: { dataPoints: [point(), point({ asDouble: 'x' }), null, point({ timeUnixNano: '1' })] } },
        { name: 'b', sum: { dataPoints: [point()] } },
        { name: 'c' },
        5
      )
    );
    expect(partialSuccess.rejectedDataPoints).toBe('8');
    expect(partialSuccess.errorMessage).toMatch(
      /^0: name must be a text; 4: value .*; 5: a data point .*; 6: timestamp/
    );
    expect(rows?.monitoring_metrics.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('are data points that the database refuses, too', async () => {
    const refused = [1, 2].map((index) => ({ table: 'monitoring_metrics' as const, index, reason: 'no' }));
    const list = metrics({ name: 'a', gauge: { dataPoints: [point(), point(), point()] } });
    expect((await answerTo('metrics', list, refused)).partialSuccess.rejectedDataPoints).toBe('2');
  });

  it('is one data point for a histogram without its count, of which nothing is stored', async () => {
    const histogram = {
      dataPoints: [
        { timeUnixNano: now, sum: 5 },
        { timeUnixNano: now, count: '2', sum: 5 },
      ],
    };
    const { partialSuccess, rows } = await answerTo('metrics', metrics({ name: 'h', histogram }));
    expect(partialSuccess.rejectedDataPoints).toBe('1');
    expect(rows?.monitoring_metrics.map(({ name }) => name)).toEqual(['h.count', 'h.sum', 'h.avg']);
  });

  it('are spans', async () => {
    const span = { ...ids, name: 'GET', startTimeUnixNano: now, endTimeUnixNano: now };
    const exception = { name: 'exception', timeUnixNano: '1', attributes: [{ key: 'exception.type', value: { stringValue: 'E' } }] }; // prettier-ignore
    const { partialSuccess } = await answerTo('traces', {
      resourceSpans: [
        { scopeSpans: [{ spans: [span, { ...span, traceId: 'x' }, null, { ...span, events: [exception] }] }] },
      ],
    });
    expect(partialSuccess.rejectedSpans).toBe('2');
  });

  it('are log records, also those beyond the most that one request may bring', async () => {
    const record = { timeUnixNano: now, body: { stringValue: 'hello' } };
    const logRecords = [{ timeUnixNano: '1' }, ...Array.from({ length: 20_004 }, () => record)];
    const { partialSuccess, rows } = await answerTo('logs', { resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
    expect(partialSuccess.rejectedLogRecords).toBe('6');
    expect(rows?.analytics_events).toHaveLength(19_999);
  });
});
