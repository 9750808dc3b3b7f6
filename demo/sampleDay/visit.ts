import { webVitalLimits, type WebVital, rateWebVital } from '../../src/contract/webVitals';
import { entryPages, laterPages, type SamplePage } from './pages';
import type { Random } from './random';
import { someVisitor, type Visitor } from './visitors';

/** What one page load says to the collect endpoint, in Faro's words. */
export interface FaroBody {
  meta: object;
  events: SampleEvent[];
  measurements: object[];
  exceptions: object[];
}

interface SampleEvent {
  name: string;
  domain?: string;
  attributes: Record<string, string>;
  timestamp: string;
}

export interface VisitSettings {
  origin: string;
  /** Start of the visit, epoch milliseconds. */
  start: number;
  release: string;
  /** The release whose product pages became slow. */
  slowRelease: string;
}

/** One visitor's way through the shop: a Faro body a page, in order of time. */
export function visit(random: Random, settings: VisitSettings): FaroBody[] {
  const visitor = someVisitor(random);
  const session = hex(random, 10);
  const person = `customer-${Math.floor(random.next() ** 2 * 400)}`;
  const bodies: FaroBody[] = [];
  let at = settings.start;
  let page = random.pick(entryPages);
  const length = 1 + Math.floor(random.next() * 5);
  for (let step = 0; step < length; step++) {
    bodies.push(pageLoad(random, settings, { visitor, session, person, page, at, first: step === 0 }));
    at += 8_000 + random.next() * 60_000;
    page = random.pick(laterPages);
  }
  return bodies;
}

interface PageLoad {
  visitor: Visitor;
  session: string;
  /** The shop's own id of the customer: some come often. */
  person: string;
  page: SamplePage;
  at: number;
  first: boolean;
}

function pageLoad(random: Random, settings: VisitSettings, load: PageLoad): FaroBody {
  const { visitor, page, at } = load;
  const time = (ms: number): string => new Date(at + ms).toISOString();
  const slow = settings.release === settings.slowRelease && page.path.startsWith('/product/') ? 1.9 : 1;
  const factor = visitor.slowness * slow;
  const ttfb = random.logNormal(page.ttfb * visitor.slowness, 0.3);
  const vitals: Array<[WebVital, number, Record<string, string>]> = [
    ['TTFB', ttfb, {}],
    ['FCP', ttfb + random.logNormal(500 * factor, 0.35), {}],
    ['LCP', Math.max(ttfb + 300, random.logNormal(page.lcp * factor, 0.35)), { element: page.lcpElement }],
    ['CLS', page.cls === 0 ? 0 : random.logNormal(page.cls, 0.6), {}],
  ];
  if (random.next() < 0.6) {
    vitals.push(['INP', random.logNormal(page.inp * visitor.slowness, 0.5), { interaction_target: 'button' }]);
  }
  return {
    meta: {
      sdk: { name: 'faro-web', version: '2.12.1' },
      app: { name: 'demo', version: settings.release, environment: 'demo' },
      session: { id: load.session, attributes: { consent: 'granted' } },
      user: { id: load.person },
      page: { url: `${settings.origin}${page.path}` },
      geo: { country_iso: visitor.country },
      browser: { ...visitor.browser, viewportWidth: visitor.browser.mobile ? '390' : '1440', viewportHeight: '844' },
    },
    events: events(random, load, time, ttfb),
    measurements: vitals.map(([name, value, context]) => ({
      type: 'web-vitals',
      values: { [name.toLowerCase()]: round(value, name), delta: round(value, name) },
      context: {
        id: `v5-${at}-${hex(random, 6)}`,
        rating: rating(name, value),
        navigation_type: 'navigate',
        ...context,
      },
      timestamp: time(name === 'TTFB' ? ttfb : 3000),
    })),
    exceptions: exceptions(random, page, time, settings.origin),
  };
}

function events(random: Random, { page, first }: PageLoad, time: (ms: number) => string, ttfb: number): SampleEvent[] {
  const result: SampleEvent[] = [
    {
      name: 'faro.performance.navigation',
      domain: 'browser',
      attributes: { name: page.path, ttfb: String(Math.round(ttfb)), type: 'navigate' },
      timestamp: time(50),
    },
  ];
  if (first) {
    result.unshift({ name: 'session_start', domain: 'browser', attributes: {}, timestamp: time(0) });
  }
  if (page.path.startsWith('/product/') && random.next() < 0.3) {
    result.push({ name: 'add_to_cart', attributes: { product: page.path.slice(9) }, timestamp: time(6000) });
  }
  if (page.path === '/cart' && random.next() < 0.55) {
    result.push({ name: 'purchase', attributes: { items: '2' }, timestamp: time(7000) });
  }
  return result;
}

/** The errors of the shop, as Chromium tells them. */
function exceptions(random: Random, page: SamplePage, time: (ms: number) => string, origin: string): object[] {
  const frame = (name: string, colno: number) => ({
    function: name,
    filename: `${origin}/shop.js`,
    lineno: 1,
    colno,
  });
  if (page.path === '/cart' && random.next() < 0.12) {
    return [
      {
        type: 'TypeError',
        value: "Cannot read properties of undefined (reading 'open')",
        stacktrace: { frames: [frame('HTMLButtonElement.payByInvoice', 61_204)] },
        timestamp: time(6500),
      },
    ];
  }
  if (page.path === '/product/6' && random.next() < 0.8) {
    return [
      {
        type: 'Error',
        value: 'stock: 503',
        context: { handled: 'true' },
        stacktrace: { frames: [frame('readStock', 61_877)] },
        timestamp: time(1200),
      },
    ];
  }
  return [];
}

function round(value: number, name: WebVital): number {
  return webVitalLimits[name].unit === 'ms' ? Math.round(value * 10) / 10 : Math.round(value * 10_000) / 10_000;
}

/** The rating as Faro spells it. */
function rating(name: WebVital, value: number): string {
  return rateWebVital(name, value)?.replace('_', '-') ?? '';
}

function hex(random: Random, digits: number): string {
  return Array.from({ length: digits }, () => Math.floor(random.next() * 16).toString(16)).join('');
}
