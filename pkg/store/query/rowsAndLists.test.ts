import type { Query } from '../../../src/contract/query/Query';
import { minute } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { column, queryDatabase } from './testing/queryDatabase';
import { at, seedShop, start } from './testing/seedShop';
import { seedApp, seedRows } from './testing/seedRows';

forEachDatabase('rows and lists of stored rows', (db) => {
  const { ask, end } = queryDatabase(db);

  beforeAll(() => seedShop(db));

  describe('single rows', () => {
    it('come newest first, with their text', async () => {
      const [frame] = await ask({ kind: 'errors', format: 'logs' });
      expect(column(frame, 'body')).toEqual(['javascript x is undefined', 'javascript timeout of 5 s /a']);
      expect(column(frame, 'level')).toEqual(['error', 'critical']);
      expect(column(frame, 'error_stack')).toEqual(['at f (a.js:1)', null]);
      expect(column(frame, 'page_url')).toEqual([null, 'https://shop.example/a']);
    });

    it('come without free text, users and sessions for who may not see them', async () => {
      const who = { orgId: 1, seesPersonal: false };
      const [frame] = await ask({ kind: 'errors', format: 'logs' }, { who });
      expect(column(frame, 'body')).toEqual(['javascript', 'javascript /a']);
      const [events] = await ask({ kind: 'events', format: 'logs', limit: 100 }, { who });
      expect(JSON.stringify([frame, events])).not.toMatch(
        /timeout|a\.js|secret|s1|user_id|session_id|event_data|context/
      );
    });

    it.each(['performance', 'events', 'errors', 'metrics', 'health'] as const)('can be read of %s', async (kind) => {
      const [frame] = await ask({ kind, format: 'logs', limit: 1 });
      expect(column(frame, 'id')?.length).toBe(kind === 'health' ? 0 : 1);
    });
  });

  describe('variables', () => {
    const values = async (query: Partial<Query>, seesPersonal = true) =>
      column((await ask({ kind: 'variables', ...query }, { who: { orgId: 1, seesPersonal } }))[0], 'value');

    it('list the values of a field', async () => {
      expect(await values({ field: 'browser' })).toEqual(['Chrome', 'Firefox']);
      expect(await values({ field: 'event_type' })).toEqual(['page_view', 'user_action']);
      expect(await values({ field: 'event_data.button' })).toEqual(['buy']);
    });
    it('list apps, also silent ones', async () => {
      expect(await values({ field: 'app' })).toEqual(['shop', 'silent']);
    });
    it('list the names of attributes, without personal ones where those are hidden', async () => {
      const names = [
        'event_data.button',
        'event_data.http',
        'event_data.http.method',
        'event_data.message',
        'event_data.price',
      ];
      expect(await values({ field: 'event_data' })).toEqual(names);
      expect(await values({ field: 'event_data' }, false)).toEqual(names.filter((name) => !name.endsWith('message')));
    });
    it('list the names of fields', async () => {
      expect(await values({ of: 'health' })).toEqual([
        'app',
        'service_name',
        'check_id',
        'status',
        'response_time_ms',
        'error_rate',
      ]);
    });
    it('refuse a personal field', async () => {
      await expect(values({ field: 'session_id' }, false)).rejects.toThrow(/points at a person/);
    });
  });

  describe('annotations', () => {
    it('mark errors', async () => {
      const [frame] = await ask({ kind: 'annotations', of: 'errors' });
      expect(frame?.fields.map((field) => field.name)).toEqual(['time', 'timeEnd', 'title', 'text', 'tags']);
      expect(column(frame, 'tags')).toEqual(['error,high,shop', 'error,critical,shop']);
    });

    it('mark releases where they were first seen', async () => {
      const app = { id: await seedApp(db, 1, 'releases'), orgId: 1 };
      await seedRows(db, 'performance', app, [
        at(-30, { release: '1.0' }),
        at(5, { release: '1.0' }),
        at(20, { release: '1.1' }),
        at(25, { release: '1.1' }),
      ]);
      const filters: Query['filters'] = [{ field: 'app', operator: '=', value: 'releases' }];
      const [frame] = await ask({ kind: 'annotations', filters });
      expect(column(frame, 'time')).toEqual([start + 20 * minute]);
      expect(column(frame, 'title')).toEqual(['Release 1.1']);
    });
  });

  it('leave no connection behind', () => end());
});
