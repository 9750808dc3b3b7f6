import { second } from '../../lib/duration';
import { silentLogger } from '../../lib/Logger';
import { manualClock } from '../../lib/testing/manualClock';
import { contextOf } from '../testing/contextOf';
import { fakeServer, jsonAnswer } from '../testing/fakeServer';
import { runLive } from './runLive';

const one = (value: number | null) => ({ status: 200, frames: [{ schema: {}, data: { values: [['x'], [value]] } }] });
const counts = { results: { page_views: one(5), errors: one(null), vitals: { status: 200, frames: [] } } };

function live(path: string, answer: () => object) {
  const clock = manualClock();
  const server = fakeServer(() => jsonAnswer(200, answer()));
  const stop = new AbortController();
  const request = { pluginContext: contextOf('Viewer'), path, data: Buffer.alloc(0), headers: {} };
  const packets = runLive(request, () => Promise.resolve(server), clock, silentLogger, stop.signal);
  return { clock, server, stop, packets };
}
const parse = ({ value }: IteratorResult<Buffer, void>) => JSON.parse((value ?? '').toString()) as object;

describe('runLive', () => {
  it('sends a frame of one row with its schema, and another each second', async () => {
    const { clock, packets } = live('live/all', () => counts);
    const expected = (at: number) => ({
      schema: {
        name: 'live',
        fields: [
          { name: 'time', type: 'time', typeInfo: { frame: 'time.Time' } },
          { name: 'page_views', type: 'number', typeInfo: { frame: 'float64' } },
          { name: 'errors', type: 'number', typeInfo: { frame: 'float64' } },
          { name: 'vitals', type: 'number', typeInfo: { frame: 'float64' } },
        ],
      },
      data: { values: [[at], [5], [0], [0]] },
    });
    const start = clock.now();
    expect(parse(await packets.next())).toEqual(expected(start));
    const next = packets.next();
    await clock.advance(second);
    expect(parse(await next)).toEqual(expected(start + second));
  });

  it('asks for the last minute of one app, as a Viewer of the organisation', async () => {
    const { clock, server, packets } = live('live/shop', () => counts);
    await packets.next();
    const asked = JSON.parse(Buffer.from(server.asked[0]?.body ?? []).toString()) as {
      from: string;
      to: string;
      queries: Array<{ kind: string; filters: object[] }>;
    };
    expect(Date.parse(asked.to) - Date.parse(asked.from)).toBe(60_000);
    expect(asked.queries.map(({ kind }) => kind)).toEqual(['events', 'errors', 'performance']);
    expect(asked.queries[1]?.filters).toEqual([{ field: 'app', operator: '=', value: 'shop' }]);
    expect(server.claims(clock.now())).toMatchObject({ orgId: 7, role: 'Viewer', seesPersonal: false });
  });

  it('goes on after a count that failed', async () => {
    const answers = [{ results: { page_views: { status: 503, error: 'away', frames: [] } } }, counts];
    const { clock, packets } = live('live/all', () => answers.shift() ?? counts);
    const next = packets.next();
    await clock.advance(10 * second);
    expect((await next).done).toBe(false);
  });

  it('ends when nobody looks any more', async () => {
    const { packets, stop } = live('live/all', () => counts);
    await packets.next();
    const next = packets.next();
    stop.abort();
    expect((await next).done).toBe(true);
  });

  it('ends at once for a channel that is none', async () => {
    expect((await live('other', () => counts).packets.next()).done).toBe(true);
  });
});
