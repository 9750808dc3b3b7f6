import { randomUUID } from 'node:crypto';
import type { Identity } from '../../domain/access/Identity';
import type { EventRow } from '../../domain/ingest/rows';
import { systemClock } from '../../lib/Clock';
import { minute, second } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { rowSet, sampleRows } from '../testing/sampleRows';
import { editor, groupedErrors } from './testing/groupedErrors';

const viewer: Identity = { ...editor, role: 'Viewer', login: 'bob', seesPersonal: false };

forEachDatabase('what came before an error', (db) => {
  const { store, app, error, save, refresh, list } = groupedErrors(db);
  const event = (more: Partial<EventRow>) => sampleRows.event({ app_id: app().id, session_id: 's1', ...more });
  const ask = async (eventId: string, at: number, who = editor, fingerprint = 'f1') => {
    const group = (await list()).find((each) => each.fingerprint === fingerprint);
    return store().errorGroups.breadcrumbs(who, group?.id ?? '', { eventId, at });
  };

  it('is what the same session did in the minutes before', async () => {
    const at = systemClock.now() - minute;
    const [id, secret] = [randomUUID(), 'Ada Lovelace'];
    await store().writer.write(
      rowSet({
        analytics_events: [
          event({ timestamp: at - 20 * second, page_path: '/cart' }),
          event({
            timestamp: at - 10 * second,
            event_type: 'user_action',
            event_name: 'pay',
            event_data: { who: secret },
          }),
          event({ timestamp: at - 9 * second, event_type: 'resource', event_name: 'app.js' }),
          event({ timestamp: at + second, event_name: 'later' }),
          event({ timestamp: at - 16 * minute, event_name: 'long ago' }),
          event({ timestamp: at - 5 * second, event_name: 'somebody else', session_id: 's2' }),
        ],
      })
    );
    await save(
      error({ id, timestamp: at, session_id: 's1' }),
      error({ timestamp: at - 3 * second, session_id: 's1', fingerprint: 'f2', context: { type: 'RangeError' } })
    );
    await refresh();
    const answer = await ask(id, at);
    expect(answer?.items.map(({ kind, title }) => [kind, title])).toEqual([
      ['page_view', '/cart'],
      ['action', 'pay'],
      ['error', 'RangeError'],
    ]);
    expect(JSON.stringify(answer)).toContain(secret);
    const seen = await ask(id, at, viewer);
    expect(seen?.items).toHaveLength(3);
    expect(JSON.stringify(seen)).not.toContain(secret);
    expect(await ask(randomUUID(), at)).toBeUndefined();
    expect(await ask(id, at, editor, 'f2')).toBeUndefined();
    expect(await ask(id, at, { ...editor, orgId: 2 })).toBeUndefined();
  });

  it('is nothing where no session is known, whoever has none either', async () => {
    const at = systemClock.now() - minute;
    const id = randomUUID();
    await store().writer.write(rowSet({ analytics_events: [event({ timestamp: at - second, session_id: null })] }));
    await save(error({ id, timestamp: at, session_id: null }));
    await refresh();
    expect(await ask(id, at)).toEqual({ items: [], has_session: false, has_details: true });
  });
});
