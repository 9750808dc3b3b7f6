import { browserKey, fakeStore, testNow } from './fakeStore';

/** Seconds, as Sentry counts, `offset` milliseconds after the tests' now. */
export const second = (offset: number): number => (testNow + offset) / 1000;
export const trace = { trace_id: 'a'.repeat(32), span_id: 'b'.repeat(16) };

/** An envelope as SDKs write it. */
export function envelopeOf(
  items: ReadonlyArray<readonly [header: object, payload: unknown]>,
  header: object = {}
): string {
  const lines = items.flatMap(([itemHeader, payload]) => [
    JSON.stringify(itemHeader),
    typeof payload === 'string' ? payload : JSON.stringify(payload),
  ]);
  return [JSON.stringify({ event_id: 'e'.repeat(32), ...header }), ...lines, ''].join('\n');
}

/** An unhandled error of a person who is named in many places. */
export const errorEvent = {
  event_id: 'e'.repeat(32),
  timestamp: second(-1000),
  platform: 'javascript',
  release: 'shop@1.5.0',
  environment: 'production',
  user: { id: 'customer-0815', email: 'jane@shop.example', username: 'Jane Doe', ip_address: '203.0.113.9' },
  request: { url: 'https://shop.example/cart?token=abc#x', headers: { Referer: 'https://search.example/?q=secret', 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' } },
  tags: { plan: 'gold' },
  extra: { note: 'written by customer-0815, jane@shop.example' },
  contexts: { trace, state: { cart: 3 } },
  breadcrumbs: [{ timestamp: second(-2000), category: 'ui.click', message: 'button to pay as Jane Doe' }],
  exception: {
    values: [
      { type: 'Error', value: 'cause for jane@shop.example' },
      {
        type: 'TypeError',
        value: "Cannot read properties of undefined (reading 'total')",
        mechanism: { type: 'onerror', handled: false },
        stacktrace: {
          frames: [
            { function: 'vendor', filename: 'https://shop.example/vendor.js', lineno: 1, colno: 5, in_app: false },
            { function: 'Cart.total', filename: 'https://shop.example/app.js?key=1', lineno: 10, colno: 5, in_app: true },
          ],
        },
      },
    ],
  },
}; // prettier-ignore

/** Sends an envelope to an ingest app over a store in memory, as a browser SDK would. */
export async function sendEnvelope(
  body: string,
  change: Parameters<typeof fakeStore>[0] = {},
  options: { url?: string; headers?: Record<string, string> } = {}
) {
  const store = fakeStore(change);
  const url = options.url ?? `/api/42/envelope/?sentry_key=${browserKey}&sentry_version=7`;
  const headers = { 'content-type': 'text/plain;charset=UTF-8', ...options.headers };
  const answer = await store.app.inject({ method: 'POST', url, headers, payload: body });
  return { ...store, answer };
}
