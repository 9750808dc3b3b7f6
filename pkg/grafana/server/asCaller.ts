import { identityHeader, signIdentity, type IdentityClaims } from '../../domain/access/identityHeader';
import type { Clock } from '../../lib/Clock';
import { minute } from '../../lib/duration';
import type { SeamarkServer, ServerRequest, ServerResponse } from './SeamarkServer';

/** Who a request is made for; the server trusts it because it is signed under the server's own token. */
export type Spokesman = Omit<IdentityClaims, 'exp'>;

/** Long enough for two clocks that differ by some minutes, short enough to be of no use in a log. */
const life = 5 * minute;

/** Sends a request for somebody: with the server's token and a signed header that names them. */
export async function asCaller(
  server: SeamarkServer,
  caller: Spokesman,
  clock: Clock,
  request: ServerRequest
): Promise<ServerResponse> {
  const { orgId, login, role, seesPersonal } = caller;
  const claims = { orgId, login, role, seesPersonal, exp: clock.now() + life };
  return server.send({
    ...request,
    headers: {
      ...request.headers,
      authorization: `Bearer ${server.token}`,
      [identityHeader]: signIdentity(claims, server.token),
    },
  });
}
