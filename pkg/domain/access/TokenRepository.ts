import type { CreatedToken, CreateToken, Token, TokenScope } from '../../../src/contract/resources/tokens';
import type { PageOf, PageRequest } from './AppRepository';
import type { Identity } from './Identity';

/** Tokens of the admin listener; stored as hashes. */
export interface TokenRepository {
  list(who: Identity, page: PageRequest): Promise<PageOf<Token>>;
  create(who: Identity, token: CreateToken): Promise<CreatedToken>;
  revoke(who: Identity, id: string): Promise<boolean>;
  /** The living token with this secret, of any organisation. `orgId` is where it was made. */
  find(secret: string): Promise<{ id: string; orgId: number; scope: TokenScope; name: string } | undefined>;
}
