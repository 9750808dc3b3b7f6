import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { testNow } from './testing/fakeStore';
import { mapItems, mappingTools, mapPayload, type Payload } from './testing/mapping';

const real = JSON.parse(
  readFileSync(join(__dirname, '../../domain/ingest/fixtures/alloy-payload-2.json'), 'utf8')
) as Payload;
const receivedAt = Date.parse('2021-09-30T10:46:18Z');
const timestamp = new Date(testNow).toISOString();

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -0,
    1e308,
    4111111111111111,
    '',
    '\0',
    '\ud800',
    '__proto__',
    'a'.repeat(10_000),
    [],
    {},
    [[]],
    '2026-11-23T09:00:00Z'
  ),
  fc.string({ unit: 'binary' }),
  fc.jsonValue()
);

/** Puts something nasty somewhere into a payload. */
function mutate(value: unknown, path: readonly number[], replacement: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) {
    return replacement;
  }
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) {
    return replacement;
  }
  const copy: Record<string, unknown> = Array.isArray(value) ? (Object.assign([], value) as never) : { ...value };
  copy[key] = mutate(copy[key], rest, replacement);
  return copy;
}

/** Every row must be JSON that PostgreSQL takes. */
function expectStorable(batch: { rows: object }): void {
  expect(JSON.stringify(batch.rows)).not.toMatch(/\\u0000|\\ud[89a-f]/);
}

describe('whatever a client sends', () => {
  const tools = mappingTools();

  it('any JSON maps without an error', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('meta', 'events', 'exceptions', 'logs', 'measurements', 'traces', 'x'),
          fc.jsonValue()
        ),
        (payload) => {
          expectStorable(mapPayload(payload, {}, tools));
        }
      ),
      { numRuns: 300 }
    );
  });

  it('a real payload with something nasty in it maps without an error', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }), nasty, (path, replacement) => {
        expectStorable(mapPayload(mutate(real, path, replacement) ?? {}, { receivedAt }, tools));
      }),
      { numRuns: 500 }
    );
  });

  it('items of any shape map without an error', () => {
    const item = fc.dictionary(
      fc.constantFrom(
        'type',
        'event_type',
        'event_data',
        'timestamp',
        'user_id',
        'value',
        'name',
        'device_info',
        'page_url',
        'error_message',
        'error_type',
        'x'
      ),
      fc.oneof(nasty, fc.constantFrom('event', 'metric', 'error', 'performance', 'health'))
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(item, fc.jsonValue()), { maxLength: 5 }), (items) =>
        expectStorable(mapItems(items))
      ),
      { numRuns: 500 }
    );
  });

  it.each(['event', 'exception', 'log', 'measurement'])('a %s of 10,000 levels costs its neighbour nothing', (kind) => {
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const good = `{"name":"a","type":"t","value":"v","message":"m","values":{"x":1},"timestamp":"${timestamp}"}`;
    const bad = good.replace('"name":"a"', `"name":"a","attributes":${deep},"context":${deep}`);
    const { accepted, rejected } = mapPayload(`{"${kind}s":[${bad},${good}]}`);
    expect(accepted).toEqual({ [kind]: 1 });
    expect(rejected).toEqual([{ index: 0, kind, reason: expect.stringContaining('deeper') }]);
  });

  it('deep meta, trace, action and plain attributes do no harm', () => {
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const item = `{"name":"a","timestamp":"${timestamp}"}`;
    for (const meta of [`{"browser":${deep}}`, `{"user":${deep}}`, deep]) {
      expect(mapPayload(`{"meta":${meta},"events":[${item}]}`).accepted).toEqual({ event: 1 });
    }
    expect(
      mapPayload(`{"events":[{"name":"a","timestamp":"${timestamp}","trace":${deep},"action":${deep}}]}`).accepted
    ).toEqual({ event: 1 });
  });

  it.each(['handled', 'unhandled', 'interactive', 'status', 'severity'])(
    'an exception whose %s is no text and cannot be made one does no harm',
    (key) => {
      for (const value of ['{"toString":1,"valueOf":1}', `${'['.repeat(12)}${']'.repeat(12)}`]) {
        const { accepted } = mapPayload(`{"exceptions":[{"value":"x","context":{"${key}":${value}}}]}`);
        expect(accepted).toEqual({ exception: 1 });
      }
      const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
      const { rejected } = mapPayload(`{"exceptions":[{"value":"x","context":{"${key}":${deep}}}]}`);
      expect(rejected).toEqual([{ index: 0, kind: 'exception', reason: expect.stringContaining('deeper') }]);
    }
  );

  it('__proto__ changes nothing', () => {
    const event = `{"name":"a","timestamp":"${timestamp}","attributes":{"__proto__":{"polluted":1},"b":1}}`;
    const { rows } = mapPayload(`{"__proto__":{"events":[]},"events":[${event}]}`);
    expect(rows.analytics_events[0]?.event_data).toEqual({ b: 1 });
    expect(({} as Payload).polluted).toBeUndefined();
  });
});

describe('a retry', () => {
  it('of the same body gives the same rows, later and from elsewhere too', () => {
    const tools = mappingTools();
    const payload = { ...real, events: [{ name: 'without a time' }] };
    const first = mapPayload(payload, { receivedAt }, tools);
    const second = mapPayload(payload, { receivedAt: receivedAt + 45_000 }, tools);
    const keys = (batch: typeof first) =>
      Object.values(batch.rows)
        .flat()
        .map((row) => [row.id, 'timestamp' in row ? row.timestamp : 0]);
    expect(keys(second)).toEqual(keys(first));
    expect(new Set(keys(first).map(([id]) => id)).size).toBe(keys(first).length);
  });

  it('of another body has other ids', () => {
    const id = (name: string) => mapPayload({ events: [{ name, timestamp }] }).rows.analytics_events[0]?.id;
    expect(id('a')).not.toBe(id('b'));
  });
});

describe('what must appear nowhere', () => {
  const canaries = [
    'canary@secret.example',
    'Wanda Canary',
    'ext-canary-4711',
    'wanda.c',
    '4111111111111111',
    '203.0.113.77',
    'DE89370400440532013000',
    '2001:db8::7',
    'hunter2-canary',
  ];
  const dirty = `${canaries.slice(0, 8).join(' and ')} with password=hunter2-canary`;

  /** Puts the canaries into every text of a payload that is free to choose, and into new attributes. */
  function plant(value: unknown, key = ''): unknown {
    if (Array.isArray(value)) {
      return value.map((entry) => plant(entry, key));
    }
    if (typeof value === 'object' && value !== null) {
      const planted: Record<string, unknown> = {};
      for (const [name, entry] of Object.entries(value)) {
        planted[name] = plant(entry, name);
      }
      return key === 'attributes' || key === 'context'
        ? { ...planted, note: dirty, [dirty]: 1, number: 4111111111111111 }
        : planted;
    }
    const fixed = [
      'timestamp',
      'timeUnixNano',
      'startTimeUnixNano',
      'endTimeUnixNano',
      'traceId',
      'spanId',
      'parentSpanId',
      'key',
      'level',
    ];
    return typeof value === 'string' && !fixed.includes(key) ? `${value} ${dirty}` : value;
  }

  const user = { id: 'ext-canary-4711', email: 'canary@secret.example', fullName: 'Wanda Canary', username: 'wanda.c' };

  it('does not, wherever a payload says it', () => {
    const planted = plant(real) as { meta: Payload; logs: Payload[] };
    planted.meta.user = { ...user, attributes: { note: dirty } };
    planted.meta.page = {
      url: `https://shop.example/${encodeURIComponent(dirty)}?email=canary@secret.example`,
      id: dirty,
    };
    planted.logs.push({ level: 'error', message: dirty, timestamp: '2021-09-30T10:46:17.680Z' });
    for (const consent of ['granted', 'denied']) {
      const { rows, rejected } = mapPayload(planted, { receivedAt, consent });
      const { people, ...stored } = rows;
      const text = JSON.stringify([
        stored,
        rejected,
        people.map(({ email: _e, name: _n, ...person }) => person),
      ]).toLowerCase();
      for (const canary of canaries) {
        expect([canary, text.includes(canary.toLowerCase())]).toEqual([canary, false]);
        expect([canary, text.includes(encodeURIComponent(canary).toLowerCase())]).toEqual([canary, false]);
      }
      expect(rows.error_logs.length).toBeGreaterThan(0);
    }
  });
});
