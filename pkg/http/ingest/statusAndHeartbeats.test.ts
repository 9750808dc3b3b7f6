import type { PublicStatus } from '../../domain/health/statusPages/PublicStatus';
import { fakeStore } from './testing/fakeStore';

const status: PublicStatus = {
  title: 'Shop <status>',
  description: '',
  services: [
    {
      name: 'Checkout',
      status: 'down',
      in_maintenance: false,
      uptime: 99.99951,
      days: [{ date: '2026-11-23', uptime: 98 }],
    },
    {
      name: 'Search & more',
      status: null,
      in_maintenance: false,
      uptime: null,
      days: [{ date: '2026-11-23', uptime: null }],
    },
  ],
  incidents: [{ service: 'Checkout', status: 'down', started_at: '2026-11-23T08:00:00.000Z' }],
};

describe('GET /status/{slug}', () => {
  const reads: string[] = [];
  const { app, state } = fakeStore(
    {},
    {
      publicStatus: {
        read: async (slug) => {
          reads.push(slug);
          return slug === 'shop' ? status : undefined;
        },
      },
    }
  );
  afterAll(() => app.close());
  const get = (path: string, headers = {}) => app.inject({ method: 'GET', url: path, headers });

  it('is a page that needs no script, may be cached, and holds what was chosen', async () => {
    const page = await get('/status/shop');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['cache-control']).toBe('public, max-age=30');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).not.toContain('<script');
    expect(page.body).toContain('Shop &lt;status&gt;');
    expect(page.body).toContain('Search &amp; more');
    expect(page.body).toContain('One service is down');
    expect(page.body).toContain('prefers-color-scheme');
    // Never rounded up to what was promised.
    expect(page.body).toContain('99.999 %');
  });

  it('is made once in half a minute, however many look', async () => {
    reads.length = 0;
    state.now += 31_000;
    const [first] = await Promise.all([get('/status/shop'), get('/status/shop'), get('/status/shop')]);
    expect(reads).toEqual(['shop']);
    const again = await get('/status/shop', { 'if-none-match': first.headers.etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it.each(['/status/other', '/status/', '/status/Shop', '/status/..%2fshop', '/status/%00'])(
    'knows nothing of %s',
    async (path) => {
      expect((await get(path)).statusCode).toBe(404);
    }
  );
});

describe('POST /heartbeat/{token}', () => {
  const taken: unknown[] = [];
  const token = 'a'.repeat(43);
  const { app } = fakeStore(
    {},
    {
      heartbeats: {
        take: async (given, report) => {
          taken.push(report);
          return given === token;
        },
      },
    }
  );
  afterAll(() => app.close());
  const post = (word: string, payload?: string | object) =>
    app.inject({
      method: 'POST',
      url: `/heartbeat/${word}`,
      ...(payload !== undefined && { payload, headers: { 'content-type': 'application/json' } }),
    });

  it('takes a report without a body, and one that says more', async () => {
    expect((await post(token)).statusCode).toBe(202);
    expect((await post(token, { status: 'down', message: ' disk full\u0000 ' })).statusCode).toBe(202);
    expect(taken).toEqual([
      { status: 'healthy', message: null },
      { status: 'down', message: 'disk full' },
    ]);
  });

  it('answers all words that nobody waits for alike', async () => {
    const answers = await Promise.all([post('b'.repeat(43)), post('short'), post('%20'.repeat(20))]);
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(404);
  });

  it.each([['{'], ['[]'], ['{"status":"well"}'], ['{"message":1}']])('refuses %s', async (body) => {
    expect((await post(token, body)).statusCode).toBe(400);
  });
});
