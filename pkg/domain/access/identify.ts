import type { TokenGrant } from './findGrant';
import type { Identity } from './Identity';
import { verifyIdentity } from './identityHeader';

/** What a request says about its sender, as it came. */
export interface Credentials {
  /** The bearer token, which `findGrant` knew. */
  secret: string;
  /** Header `x-seamark-identity`. */
  identity: string | undefined;
  /** Header `x-seamark-org`. */
  organisation: string | undefined;
}

/** Why nobody can be named: a sentence for the sender, without a word about what would have been right. */
export interface Refusal {
  status: 400 | 403;
  reason: string;
}

/** The organisation of an admin call that names none: Grafana's first. */
const firstOrganisation = 1;

/**
 * The person a request acts for. A `remote` token speaks for the user that its signed header names; every other token
 * speaks for itself, as "API", and may not carry such a header. A token made in one organisation never acts in another.
 * @param now epoch milliseconds
 */
export function identify(credentials: Credentials, grant: TokenGrant, now: number): Identity | Refusal {
  const wanted = readOrganisation(credentials.organisation);
  if (wanted === 'unreadable') {
    return { status: 400, reason: 'X-Seamark-Org must be the number of an organisation' };
  }
  if (grant.scope === 'remote') {
    return speakForUser(credentials, grant, wanted, now);
  }
  if (credentials.identity !== undefined) {
    return { status: 403, reason: 'Only a token of scope remote may speak for a user' };
  }
  const orgId = wanted ?? grant.orgId ?? firstOrganisation;
  if (grant.orgId !== undefined && grant.orgId !== orgId) {
    return { status: 403, reason: `This token belongs to another organisation than ${orgId}` };
  }
  return grant.scope === 'admin'
    ? { orgId, role: 'Admin', scope: 'admin', login: 'API', seesPersonal: true }
    : { orgId, role: 'Viewer', scope: grant.scope, login: 'API', seesPersonal: false };
}

/** Tells a refusal from an identity. */
export function isRefusal(outcome: Identity | Refusal): outcome is Refusal {
  return 'status' in outcome;
}

function speakForUser(
  credentials: Credentials,
  grant: TokenGrant,
  wanted: number | undefined,
  now: number
): Identity | Refusal {
  if (credentials.identity === undefined) {
    return { status: 403, reason: 'A token of scope remote must name the user it speaks for' };
  }
  const claims = verifyIdentity(credentials.identity, credentials.secret, now);
  if (claims === undefined) {
    return { status: 403, reason: 'The identity is not signed with this token, or has expired' };
  }
  const { orgId, login, role } = claims;
  if ((grant.orgId !== undefined && grant.orgId !== orgId) || (wanted !== undefined && wanted !== orgId)) {
    return { status: 403, reason: `This token may not speak for organisation ${orgId}` };
  }
  // A Viewer never sees personal fields, whatever the header says.
  return { orgId, role, scope: 'user', login, seesPersonal: claims.seesPersonal && role !== 'Viewer' };
}

function readOrganisation(header: string | undefined): number | 'unreadable' | undefined {
  if (header === undefined) {
    return undefined;
  }
  const orgId = /^[1-9]\d{0,15}$/.test(header) ? Number(header) : NaN;
  return Number.isSafeInteger(orgId) ? orgId : 'unreadable';
}
