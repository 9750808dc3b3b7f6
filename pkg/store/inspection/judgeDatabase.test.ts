import { knownSchema } from '../migrations/migrations';
import type { DatabaseFacts } from './inspectDatabase';
import { judgeDatabase } from './judgeDatabase';

const now = Date.parse('2026-11-23T10:00:00Z');
const sound: DatabaseFacts = {
  server: '18.4',
  bytes: 39_000_000,
  schema: knownSchema,
  connections: { open: 3, most: 24 },
  partitions: [{ table: 'spans', count: 9, first: '2026-11-22', last: '2026-11-30' }],
  missingRoles: [],
  openTables: [],
};
const judge = (facts: Partial<DatabaseFacts>) => judgeDatabase({ ...sound, ...facts }, { place: 'embedded', now });
const wrong = (facts: Partial<DatabaseFacts>): string[] =>
  judge(facts)
    .filter(({ verdict }) => verdict === 'wrong')
    .map(({ text, advice }) => `${text}: ${advice ?? ''}`);

describe('the judgement of a database', () => {
  it('has nothing against a sound one', () => {
    expect(wrong({})).toEqual([]);
    expect(judge({})[0]?.text).toBe('Database: embedded, PostgreSQL 18.4, 39.0 MB, 3 of 24 connections');
  });

  it('says of an empty one only that it is empty', () => {
    expect(wrong({ schema: 0, missingRoles: ['a'], partitions: [] })).toEqual([
      expect.stringContaining('run "seamark migrate"'),
    ]);
  });

  it('knows an older schema from a newer one', () => {
    expect(wrong({ schema: knownSchema - 1 })).toEqual([expect.stringContaining('seamark migrate')]);
    expect(wrong({ schema: knownSchema + 1 })).toEqual([expect.stringContaining('a newer Seamark')]);
  });

  it('warns before the day comes for which there is no partition', () => {
    const ends = (last: string | undefined) => [{ table: 'spans', count: 1, first: '2026-11-22', last }];
    expect(wrong({ partitions: ends('2026-11-24') })).toEqual([]);
    expect(wrong({ partitions: ends('2026-11-23') })).toEqual([
      expect.stringContaining('spans will take no rows from 2026-11-24 on'),
    ]);
    expect(wrong({ partitions: ends(undefined) })).toHaveLength(1);
  });

  it('names missing roles and tables that are open', () => {
    expect(wrong({ missingRoles: ['seamark_seamark_jobs'], openTables: ['public.apps'] })).toEqual([
      expect.stringContaining('seamark_seamark_jobs missing'),
      expect.stringContaining('not forced on public.apps'),
    ]);
  });
});
