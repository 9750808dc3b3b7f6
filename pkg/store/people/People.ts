import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Person } from '../../domain/ingest/rows';
import { LimitedMap } from '../../lib/LimitedMap';
import { isAway } from '../connections/storeAway';
import { withOrganisation } from '../connections/withOrganisation';
import { openPerson, resealPerson, sealPerson, type SealedPerson } from './sealPerson';

interface KnownPerson extends SealedPerson {
  app_id: string;
  id: string;
}

/** Persons known to the apps, in `users`. Written as the app role, since the ingest role may not read who exists. */
export class People {
  readonly #pool: Pool;
  readonly #masterKey: Buffer;
  /** Who was kept with what, as a hash: most requests say what is known already. */
  readonly #kept = new LimitedMap<string, string>(50_000);

  constructor(pool: Pool, masterKey: Buffer) {
    this.#pool = pool;
    this.#masterKey = masterKey;
  }

  /**
   * Keeps persons, adding what is new of them; what a request does not say stays as it was. Answers the reasons of those
   * who could not be kept, by index. Throws StoreAway.
   */
  async keep(people: readonly Person[]): Promise<Map<number, string>> {
    const refused = new Map<number, string>();
    const news = latestOfEach(people).filter(({ person }) => this.#kept.get(personKey(person)) !== fingerprint(person));
    for (const organisation of byOrganisation(news)) {
      try {
        await this.#keepTogether(organisation.map(({ person }) => person));
      } catch (error) {
        if (isAway(error)) {
          throw error;
        }
        await this.#keepOneByOne(organisation, refused);
      }
    }
    return refused;
  }

  async #keepOneByOne(entries: readonly IndexedPerson[], refused: Map<number, string>): Promise<void> {
    for (const { person, index } of entries) {
      try {
        await this.#keepTogether([person]);
      } catch (error) {
        if (isAway(error)) {
          throw error;
        }
        refused.set(index, 'the person could not be kept');
      }
    }
  }

  /** @param people of one organisation, each once, in the order of their keys so that transactions cannot block each other */
  async #keepTogether(people: readonly Person[]): Promise<void> {
    const [first] = people;
    if (first === undefined) {
      return;
    }
    await withOrganisation(this.#pool, first.org_id, async (client) => {
      await this.#insertMissing(client, people, await known(client, people));
      // Read again: another process may have been the first, with a key of its own.
      const present = await known(client, people);
      for (const person of people) {
        const row = present.get(personKey(person));
        if (row !== undefined) {
          await this.#update(client, person, row);
        }
      }
    });
    for (const person of people) {
      this.#kept.set(personKey(person), fingerprint(person));
    }
  }

  async #insertMissing(
    client: PoolClient,
    people: readonly Person[],
    present: Map<string, KnownPerson>
  ): Promise<void> {
    for (const person of people.filter((candidate) => !present.has(personKey(candidate)))) {
      const sealed = sealPerson(this.#masterKey, person.id, person);
      await client.query(
        `insert into users (id, org_id, app_id, kind, external_id_hash, wrapped_key, encrypted_email, encrypted_name)
          values ($1, $2, $3, 'person', $4, $5, $6, $7) on conflict (app_id, id) do nothing`,
        [
          person.id,
          person.org_id,
          person.app_id,
          person.external_id_hash,
          sealed.wrapped_key,
          sealed.encrypted_email,
          sealed.encrypted_name,
        ]
      );
    }
  }

  async #update(client: PoolClient, person: Person, row: KnownPerson): Promise<void> {
    const old = openPerson(this.#masterKey, person.id, row);
    const secrets = { email: person.email ?? old.email, name: person.name ?? old.name };
    if (secrets.email === old.email && secrets.name === old.name) {
      return;
    }
    const sealed = resealPerson(this.#masterKey, person.id, row, secrets);
    await client.query(
      `update users set encrypted_email = $3, encrypted_name = $4, updated_at = now() where app_id = $1 and id = $2`,
      [person.app_id, person.id, sealed.encrypted_email, sealed.encrypted_name]
    );
  }
}

interface IndexedPerson {
  person: Person;
  index: number;
}

async function known(client: PoolClient, people: readonly Person[]): Promise<Map<string, KnownPerson>> {
  const { rows } = await client.query<KnownPerson>(
    `select u.app_id, u.id, u.wrapped_key, u.encrypted_email, u.encrypted_name
      from users u join unnest($1::uuid[], $2::uuid[]) as wanted(app_id, id) using (app_id, id)`,
    [people.map(({ app_id }) => app_id), people.map(({ id }) => id)]
  );
  return new Map(rows.map((row) => [personKey(row), row]));
}

/** Each person once, with the last of each thing that was said of them. */
function latestOfEach(people: readonly Person[]): IndexedPerson[] {
  const latest = new Map<string, IndexedPerson>();
  people.forEach((person, index) => {
    const before = latest.get(personKey(person))?.person;
    const merged = {
      ...person,
      email: person.email ?? before?.email ?? null,
      name: person.name ?? before?.name ?? null,
    };
    latest.set(personKey(person), { person: merged, index });
  });
  return [...latest.values()].sort((a, b) => (personKey(a.person) < personKey(b.person) ? -1 : 1));
}

function byOrganisation(entries: readonly IndexedPerson[]): IndexedPerson[][] {
  const groups = new Map<number, IndexedPerson[]>();
  for (const entry of entries) {
    const group = groups.get(entry.person.org_id) ?? [];
    group.push(entry);
    groups.set(entry.person.org_id, group);
  }
  return [...groups.values()];
}

function personKey(person: { app_id: string; id: string }): string {
  return `${person.app_id} ${person.id}`;
}

function fingerprint({ email, name }: Person): string {
  return createHash('sha256')
    .update(JSON.stringify([email, name]))
    .digest('base64');
}
