import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { StoreAway } from '../../domain/ingest/RowWriter';
import type { Person } from '../../domain/ingest/rows';
import { withOrganisation } from '../connections/withOrganisation';
import { forEachDatabase } from '../testing/forEachDatabase';
import { sampleRows } from '../testing/sampleRows';
import { openPerson, type SealedPerson } from './sealPerson';
import { People } from './People';

const masterKey = Buffer.alloc(32, 5);

forEachDatabase('People', (db) => {
  let pool: Pool;
  let people: People;

  beforeAll(() => {
    pool = new Pool({ connectionString: db.urlFor('app'), max: 4 });
  });
  afterAll(() => pool.end());
  beforeEach(() => {
    people = new People(pool, masterKey);
  });

  const read = (person: Person) =>
    withOrganisation(pool, person.org_id, async (client) => {
      const { rows } = await client.query<SealedPerson>('select * from users where id = $1', [person.id]);
      return rows.map((row) => ({ ...openPerson(masterKey, person.id, row), wrapped_key: row.wrapped_key }));
    });

  it('keeps email and name where only the master key reads them', async () => {
    const ada = sampleRows.person({ email: 'canary-ada@example.org', name: 'Canary Ada' });
    expect(await people.keep([ada])).toEqual(new Map());
    expect(await read(ada)).toMatchObject([{ email: 'canary-ada@example.org', name: 'Canary Ada' }]);
    const dump = await withOrganisation(pool, 1, (client) => client.query('select u::text as line from users u'));
    const lines = dump.rows.map(({ line }: { line: string }) => line).join('\n');
    expect(lines).not.toMatch(/canary/i);
    expect(lines).not.toContain(Buffer.from('canary').toString('hex'));
  });

  it('adds what is new and leaves what was not said', async () => {
    const ada = sampleRows.person({ email: 'a@example.org' });
    await people.keep([ada]);
    const [before] = await read(ada);
    await people.keep([{ ...ada, email: null, name: 'Ada' }]);
    const [after] = await read(ada);
    expect(after).toMatchObject({ email: 'a@example.org', name: 'Ada', wrapped_key: before?.wrapped_key });
  });

  it('takes a person who is named twice in one batch once, with the last of each word', async () => {
    const ada = sampleRows.person();
    await people.keep([
      { ...ada, name: 'A', email: 'a@example.org' },
      { ...ada, name: 'Ada' },
    ]);
    expect(await read(ada)).toMatchObject([{ name: 'Ada', email: 'a@example.org' }]);
  });

  it('keeps one key when two processes are first at once', async () => {
    const crowd = Array.from({ length: 20 }, () => sampleRows.person({ name: 'N' }));
    const other = new People(pool, masterKey);
    await Promise.all([people.keep(crowd), other.keep([...crowd].reverse())]);
    for (const person of crowd) {
      expect(await read(person)).toMatchObject([{ name: 'N' }]);
    }
  });

  it('keeps persons of several organisations apart', async () => {
    const here = sampleRows.person({ org_id: 1, name: 'Here' });
    const there = sampleRows.person({ org_id: 2, name: 'There' });
    await people.keep([here, there]);
    expect(await read(there)).toMatchObject([{ name: 'There' }]);
    expect(await read({ ...there, org_id: 1 })).toEqual([]);
  });

  it('asks the database once for what it knows', async () => {
    const ada = sampleRows.person({ name: 'Ada' });
    await people.keep([ada]);
    const connect = jest.spyOn(pool, 'connect');
    await people.keep([ada, ada]);
    expect(connect).not.toHaveBeenCalled();
    connect.mockRestore();
  });

  it('lets a person who cannot be kept cost only themselves', async () => {
    const good = sampleRows.person({ name: 'Ada' });
    const bad = sampleRows.person({ external_id_hash: 'a\u0000' });
    expect(await people.keep([bad, good])).toEqual(new Map([[0, 'the person could not be kept']]));
    expect(await read(good)).toHaveLength(1);
  });

  it('throws StoreAway where nobody answers', async () => {
    const nowhere = new Pool({ connectionString: 'postgresql://x:y@127.0.0.1:1/z' });
    await expect(new People(nowhere, masterKey).keep([sampleRows.person()])).rejects.toThrow(StoreAway);
    expect(await new People(nowhere, masterKey).keep([])).toEqual(new Map());
    await nowhere.end();
  });

  it('keeps ids as they are', async () => {
    const id = randomUUID();
    await people.keep([sampleRows.person({ id })]);
    const { rows } = await withOrganisation(pool, 1, (client) =>
      client.query('select kind from users where id = $1', [id])
    );
    expect(rows).toEqual([{ kind: 'person' }]);
  });
});
