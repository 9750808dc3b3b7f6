import { Pool } from 'pg';
import { withOrganisation } from '../connections/withOrganisation';
import { withTables } from '../connections/withTables';
import { forEachDatabase } from '../testing/forEachDatabase';
import { auditAct } from './appendAudit';
import { auditHash, beginningOfChain, type AuditEntry } from './auditHash';

const entry: AuditEntry = {
  org_id: 1,
  sequence: 1,
  id: '018f0000-0000-7000-8000-000000000001',
  at: new Date('2026-11-23T12:00:00.123Z'),
  actor: 'ada',
  action: 'app.create',
  subject: null,
  details: { b: [1, { d: 1, c: 2 }], a: 'x' },
};

describe('auditHash', () => {
  const hash = auditHash(beginningOfChain, entry);

  it('does not depend on the order of keys', () => {
    expect(auditHash(beginningOfChain, { ...entry, details: { a: 'x', b: [1, { c: 2, d: 1 }] } })).toEqual(hash);
  });

  it.each<[string, Partial<AuditEntry>]>([
    ['organisation', { org_id: 2 }],
    ['place', { sequence: 2 }],
    ['time', { at: new Date('2026-11-23T12:00:00.124Z') }],
    ['actor', { actor: 'eve' }],
    ['action', { action: 'app.delete' }],
    ['subject', { subject: '' }],
    ['details', { details: { ...entry.details, a: 'y' } }],
  ])('changes with the %s', (_what, change) => {
    expect(auditHash(beginningOfChain, { ...entry, ...change })).not.toEqual(hash);
  });

  it('changes with what came before', () => {
    expect(auditHash(hash, entry)).not.toEqual(hash);
  });
});

forEachDatabase('the audit log', (db) => {
  let pool: Pool;
  beforeAll(() => {
    pool = new Pool({ connectionString: db.urlFor('app'), max: 4 });
  });
  afterAll(() => pool.end());

  type StoredEntry = Omit<AuditEntry, 'sequence'> & { sequence: string; previous_hash: Buffer; hash: Buffer };
  const read = (orgId: number): Promise<StoredEntry[]> =>
    withOrganisation(pool, orgId, async (client) => {
      const { rows } = await client.query<StoredEntry>('select * from audit_log order by sequence');
      return rows;
    });
  const act = (orgId: number, n: number) =>
    withTables(pool, orgId, (tables) =>
      auditAct(
        tables,
        { orgId, login: 'ada' },
        { action: 'test', subject: String(n), details: { n, z: 1.5, a: undefined, ü: null } },
        1_800_000_000_000 + n
      )
    );

  it('is one unbroken chain an organisation, whoever writes at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => act(1 + (n % 2), n)));
    for (const orgId of [1, 2]) {
      const entries = await read(orgId);
      expect(entries.map(({ sequence }) => Number(sequence))).toEqual(Array.from({ length: 15 }, (_, n) => n + 1));
      let previous: Buffer = beginningOfChain;
      for (const { hash, previous_hash, ...stored } of entries) {
        expect(previous_hash).toEqual(previous);
        expect(auditHash(previous, { ...stored, org_id: orgId, sequence: Number(stored.sequence) })).toEqual(hash);
        previous = hash;
      }
    }
  });

  it('keeps nothing of what was undone', async () => {
    const failing = withTables(pool, 3, async (tables) => {
      await auditAct(tables, { orgId: 3, login: 'ada' }, { action: 'test', subject: null, details: {} }, 0);
      throw new Error('changed its mind');
    });
    await expect(failing).rejects.toThrow('changed its mind');
    expect(await read(3)).toEqual([]);
  });
});
