import type { TokenScope } from '../../../src/contract/resources/tokens';
import { equalSecrets } from './equalSecrets';
import type { TokenRepository } from './TokenRepository';

/** What the bearer of a secret may do, before anybody is named. */
export interface TokenGrant {
  scope: TokenScope;
  /** The one organisation a token was made in; undefined for the server's own secrets, which are good for all. */
  orgId: number | undefined;
}

export interface TokenSources {
  /** The server's own admin token. */
  adminToken: string;
  /** In-memory secrets of scope `remote`: the plugin in this process. */
  remoteSecrets: readonly string[];
  tokens: Pick<TokenRepository, 'find'>;
}

/** What `secret` grants; undefined for a secret that nobody gave out or that was revoked. */
export async function findGrant(secret: string, sources: TokenSources): Promise<TokenGrant | undefined> {
  if (equalSecrets(secret, sources.adminToken)) {
    return { scope: 'admin', orgId: undefined };
  }
  // Every secret is compared, so that the time taken does not depend on which one fits.
  if (sources.remoteSecrets.filter((candidate) => equalSecrets(secret, candidate)).length > 0) {
    return { scope: 'remote', orgId: undefined };
  }
  const token = await sources.tokens.find(secret);
  return token && { scope: token.scope, orgId: token.orgId };
}
