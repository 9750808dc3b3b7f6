/** What Grafana's identity token (the header `X-Grafana-Id`) says of who asks. */
export interface IdTokenIdentity {
  orgId: number;
  /** `user`, `service-account`, `anonymous`, … */
  type: string;
  username: string | undefined;
  role: string | undefined;
}

/** A token lives ten minutes; Grafana's clock is ours, but its cache hands out tokens until just before their end. */
const leewaySeconds = 30;

/**
 * Reads the claims of an identity token that has not expired at `now` (epoch milliseconds). The signature is not checked,
 * see docs/adr/0050: the socket that it comes through is Grafana's alone, and Grafana lets no client set it.
 */
export function identityOf(token: string | undefined, now: number): IdTokenIdentity | undefined {
  const [header, payload, signature, ...rest] = (token ?? '').split('.');
  if (!header || !payload || !signature || rest.length > 0) {
    return undefined;
  }
  const claims = objectOf(Buffer.from(payload, 'base64url').toString());
  const { exp, aud, type, username, role } = claims;
  const orgId = audienceOrg(aud);
  if (typeof exp !== 'number' || exp + leewaySeconds < now / 1000 || orgId === undefined || typeof type !== 'string') {
    return undefined;
  }
  return {
    orgId,
    type,
    username: typeof username === 'string' ? username : undefined,
    role: typeof role === 'string' ? role : undefined,
  };
}

function objectOf(json: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

/** The audience is `org:<id>`, alone or as the only entry of a list. */
function audienceOrg(audience: unknown): number | undefined {
  const only: unknown = Array.isArray(audience) && audience.length === 1 ? audience[0] : audience;
  const match = typeof only === 'string' ? /^org:(\d{1,15})$/.exec(only) : null;
  return match ? Number(match[1]) : undefined;
}
