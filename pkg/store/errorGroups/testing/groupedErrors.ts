import type { Identity } from '../../../domain/access/Identity';
import type { GroupSelection } from '../../../domain/errors/groups/ErrorGroupRepository';
import type { ErrorRow } from '../../../domain/ingest/rows';
import { systemClock } from '../../../lib/Clock';
import { second } from '../../../lib/duration';
import type { Store } from '../../openStore';
import { openTestStore } from '../../testing/openTestStore';
import { rowSet, sampleRows } from '../../testing/sampleRows';
import type { TestDatabase } from '../../testing/testDatabase';
import { withClient } from '../../testing/withClient';

export const editor: Identity = { orgId: 1, role: 'Editor', scope: 'user', login: 'ada', seesPersonal: true };
export const everything: GroupSelection = {
  app: undefined, statuses: [], severity: undefined, search: undefined, order: 'last_seen', limit: 100, cursor: undefined,
}; // prettier-ignore

/** A store on a suite's database, with a new app for each test and what the tests of error groups do all the time. */
export function groupedErrors(db: TestDatabase) {
  let open: Store | undefined;
  const store = () => {
    if (open === undefined) {
      throw new Error('The store is open from beforeAll on');
    }
    return open;
  };
  let appId = '';
  let count = 0;

  beforeAll(() => {
    open = openTestStore(db);
  });
  afterAll(() => open?.close());
  beforeEach(async () => {
    count += 1;
    appId = (await store().apps.create({ ...editor, role: 'Admin' }, { name: `shop ${count}` })).id;
  });

  const asJobs = async (sql: string, values: unknown[] = []) =>
    (await withClient(db.urlFor('jobs'), (client) => client.query(sql, values))).rows;
  const error = (more: Partial<ErrorRow> = {}): ErrorRow => sampleRows.error({ app_id: appId, ...more });
  const save = (...rows: ErrorRow[]) => store().writer.write(rowSet({ error_logs: rows }));
  /** Until no mark is left: a group that was slow to count waits for a moment. */
  const refresh = async () => {
    do {
      await store().maintenance.refreshErrorGroups();
    } while ((await asJobs('select 1 from raw.error_marks limit 1')).length > 0);
  };
  const list = async (selection: Partial<GroupSelection> = {}, who = editor) =>
    (await store().errorGroups.list(who, { ...everything, app: appId, ...selection })).items;
  const only = async (who = editor) => {
    const groups = await list({}, who);
    expect(groups).toHaveLength(1);
    const [group] = groups;
    if (group === undefined) {
      throw new Error('no group');
    }
    return group;
  };
  const broken = (release: string | null, more: Partial<ErrorRow> = {}) =>
    save(error({ release, timestamp: systemClock.now() + second, ...more })).then(refresh);
  const resolve = async (how: 'now' | 'next_release') =>
    store().errorGroups.resolve(editor, (await only()).id, { in: how });
  return {
    store,
    app: () => ({ id: appId, name: `shop ${count}` }),
    asJobs,
    error,
    save,
    refresh,
    list,
    only,
    broken,
    resolve,
  };
}
