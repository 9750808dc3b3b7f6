import { createHash, randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Pool } from 'pg';
import type { CreatedToken, CreateToken, Token } from '../../../src/contract/resources/tokens';
import type { PageOf, PageRequest } from '../../domain/access/AppRepository';
import type { Identity } from '../../domain/access/Identity';
import type { TokenRepository } from '../../domain/access/TokenRepository';
import type { Clock } from '../../lib/Clock';
import { minute } from '../../lib/duration';
import { uuidV7 } from '../../lib/uuidV7';
import { auditAct } from '../audit/appendAudit';
import type { Schema } from '../connections/Schema';
import { withKnownSetting, withTables, type Tables } from '../connections/withTables';
import { readPage } from '../pages/readPage';

type TokenRow = Selectable<Schema['tokens']>;

/** Lets secret scanners and people recognise one. */
const prefix = 'seamark_';
/** A token in steady use is not written for each call. */
const noteUseEveryMs = minute;

/** Tokens of the admin listener. The secret is 32 random bytes, so that its plain SHA-256 is as good as a slow hash. */
export class StoredTokens implements TokenRepository {
  readonly #pool: Pool;
  readonly #clock: Clock;

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  list(who: Identity, request: PageRequest): Promise<PageOf<Token>> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const page = await readPage(tables.selectFrom('tokens').selectAll(), request);
      return { ...page, items: page.items.map(tokenOf) };
    });
  }

  create(who: Identity, { name, scope }: CreateToken): Promise<CreatedToken> {
    const secret = prefix + randomBytes(32).toString('base64url');
    const now = this.#clock.now();
    return withTables(this.#pool, who.orgId, async (tables) => {
      const row = await tables
        .insertInto('tokens')
        .values({
          id: uuidV7(now),
          org_id: who.orgId,
          name,
          scope,
          secret_hash: hashOf(secret),
          hint: secret.slice(0, prefix.length + 4),
          created_at: new Date(now),
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      await this.#audit(tables, who, 'token.create', row.id, { name, scope });
      return { ...tokenOf(row), token: secret };
    });
  }

  revoke(who: Identity, id: string): Promise<boolean> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const { numUpdatedRows } = await tables
        .updateTable('tokens')
        .set({ revoked_at: new Date(this.#clock.now()) })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) {
        return false;
      }
      await this.#audit(tables, who, 'token.revoke', id, {});
      return true;
    });
  }

  async find(secret: string): ReturnType<TokenRepository['find']> {
    if (!secret.startsWith(prefix)) {
      return undefined;
    }
    const secret_hash = hashOf(secret);
    const row = await withKnownSetting(this.#pool, 'seamark.token_hash', secret_hash, (tables) =>
      tables
        .selectFrom('tokens')
        .selectAll()
        .where('secret_hash', '=', secret_hash)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
    );
    if (row === undefined) {
      return undefined;
    }
    const orgId = Number(row.org_id);
    await this.#noteUse(row, orgId);
    return { id: row.id, orgId, scope: row.scope, name: row.name };
  }

  async #noteUse(row: TokenRow, orgId: number): Promise<void> {
    const now = this.#clock.now();
    if (row.last_used_at !== null && now - row.last_used_at.getTime() < noteUseEveryMs) {
      return;
    }
    await withTables(this.#pool, orgId, (tables) =>
      tables
        .updateTable('tokens')
        .set({ last_used_at: new Date(now) })
        .where('id', '=', row.id)
        .execute()
    );
  }

  #audit(
    tables: Tables,
    who: Identity,
    action: string,
    subject: string,
    details: Record<string, unknown>
  ): Promise<void> {
    return auditAct(tables, who, { action, subject, details }, this.#clock.now());
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function tokenOf(row: TokenRow): Token {
  return {
    id: row.id,
    name: row.name,
    scope: row.scope,
    hint: row.hint,
    created_at: row.created_at.toISOString(),
    last_used_at: row.last_used_at?.toISOString() ?? null,
    revoked_at: row.revoked_at?.toISOString() ?? null,
  };
}
