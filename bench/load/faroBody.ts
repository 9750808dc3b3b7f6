/** Marks where each request gets digits of its own; as long as what replaces it, so that lengths stay. */
const slot = '@@@@@@@@@@';

const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

const frames = Array.from({ length: 26 }, (_, index) => ({
  function: `renderStep${index}`,
  filename: `https://shop.example/static/js/checkout/vendors~main-${index % 4}.9f8e7d6c5b4a.chunk.js`,
  lineno: 1000 + index * 37,
  colno: 12 + index,
}));

const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });

/**
 * A Faro body as a page sends it when something broke: 9 to 12 KB with two events, two vitals, an exception with its
 * stack, two logs and two spans.
 * `now` is epoch milliseconds.
 */
function body(now: number): object {
  const timestamp = new Date(now).toISOString();
  const nanoseconds = `${now}000000`;
  const trace = { trace_id: `5b8aa5a2d2c872e8321cf3${slot}`, span_id: `051581${slot}` };
  const span = (index: number) => ({
    traceId: trace.trace_id,
    spanId: `${(index + 10).toString(16).padStart(6, '0')}${slot}`,
    parentSpanId: trace.span_id,
    name: `HTTP GET /api/resource-${index}`,
    kind: 3,
    startTimeUnixNano: nanoseconds,
    endTimeUnixNano: `${now + 40 + index}000000`,
    attributes: [
      attribute('http.method', 'GET'),
      attribute('http.url', `https://shop.example/api/resource-${index}?page=1`),
      attribute('http.host', 'shop.example'),
      attribute('http.scheme', 'https'),
      attribute('http.user_agent', userAgent),
      attribute('http.target', `/api/resource-${index}`),
      attribute('component', 'fetch'),
      attribute('session.id', `bench-${slot}`),
      { key: 'http.status_code', value: { intValue: '200' } },
      { key: 'http.response_content_length', value: { intValue: '2048' } },
    ],
    events: ['fetchStart', 'domainLookupEnd', 'connectEnd', 'requestStart', 'responseEnd'].map((name) => ({
      name,
      timeUnixNano: nanoseconds,
      attributes: [],
    })),
    status: { code: 0 },
  });
  const vital = (name: string, value: number) => ({
    type: 'web-vitals',
    values: { [name]: value, delta: value, element_render_delay: 12.5, resource_load_delay: 31.2 },
    context: { id: `v5-${name}-${slot}`, rating: 'good', navigation_type: 'navigate', element: 'main>h1' },
    timestamp,
    trace,
  });
  const event = (name: string) => ({
    name,
    domain: 'browser',
    attributes: { component: 'checkout', step: '3', 'element.class': 'btn btn-primary', duration: '182' },
    timestamp,
    trace,
  });
  return {
    meta: {
      sdk: { name: 'faro-web', version: '2.12.1', integrations: [{ name: 'faro-web-sdk:instrumentation-errors' }] },
      app: { name: 'bench', version: '1.0.0', environment: 'bench' },
      session: { id: `bench-${slot}`, attributes: { previousSession: 'none', isSampled: 'true' } },
      page: { url: 'https://shop.example/product/42?utm_source=bench' },
      browser: {
        name: 'Chrome',
        version: '142.0.0.0',
        os: 'Linux',
        mobile: false,
        userAgent,
        language: 'en-US',
        viewportWidth: '1440',
        viewportHeight: '900',
      },
      view: { name: 'product' },
    },
    events: ['click', 'faro.performance.navigation'].map(event),
    measurements: [vital('lcp', 1840.5), vital('fcp', 912.3)],
    exceptions: [{ type: 'TypeError', value: 'total is not a function', stacktrace: { frames }, timestamp, trace }],
    logs: ['cart opened', 'prices refreshed'].map((message) => ({
      message,
      level: 'info',
      context: {},
      timestamp,
      trace,
    })),
    traces: {
      resourceSpans: [
        {
          resource: { attributes: [attribute('service.name', 'shop'), attribute('deployment.environment', 'bench')] },
          scopeSpans: [{ scope: { name: 'fetch', version: '0.57.0' }, spans: [0, 1].map(span) }],
        },
      ],
    },
  };
}

/** A function whose every answer is another body of the same length. */
export function faroBodies(now: number): () => string {
  const parts = JSON.stringify(body(now)).split(slot);
  let count = (now % 1_000_000) * 1_000;
  return () => parts.join((count++).toString(10).padStart(slot.length, '0'));
}
