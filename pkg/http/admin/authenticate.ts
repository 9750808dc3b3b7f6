import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Role } from '../../../src/contract/RouteDeclaration';
import { findGrant } from '../../domain/access/findGrant';
import type { Identity } from '../../domain/access/Identity';
import { identify, isRefusal } from '../../domain/access/identify';
import { identityHeader } from '../../domain/access/identityHeader';
import { mayCall } from '../../domain/access/mayCall';
import { HttpProblem } from '../errors/HttpProblem';
import type { AdminDependencies } from './AdminDependencies';

/** Header by which an admin token chooses the organisation. */
const organisationHeader = 'x-seamark-org';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call: a role, whoever holds any token of the server, or everybody. Without it nobody may. */
    access?: Role | 'anyToken' | 'everybody';
  }
  interface FastifyRequest {
    /** Set for routes that ask for a role. */
    identity: Identity | null;
  }
}

/**
 * Judges every request before its body is read, also those to addresses that do not exist: without a token of ours the
 * answer is 401 whatever the address, so that nothing can be learned by trying. A known token is never answered 401,
 * because Grafana repeats such calls; it gets 403.
 */
export function authenticate(app: FastifyInstance, dependencies: AdminDependencies): void {
  app.decorateRequest('identity', null);
  app.addHook('onRequest', async (request) => {
    const access = request.is404 ? undefined : request.routeOptions.config.access;
    if (access === 'everybody') {
      return;
    }
    const secret = bearer(request);
    const grant = secret === undefined ? undefined : await findGrant(secret, dependencies);
    if (secret === undefined || grant === undefined) {
      throw new HttpProblem(401, 'unauthorized', 'Send a valid token as "Authorization: Bearer <token>"', {
        'www-authenticate': 'Bearer',
      });
    }
    if (request.is404) {
      return;
    }
    if (access === 'anyToken') {
      if (grant.scope === 'upload') {
        throw new HttpProblem(403, 'forbidden', 'An upload token uploads and does nothing else');
      }
      return;
    }
    const who = identify(
      {
        secret,
        identity: header(request, identityHeader),
        organisation: header(request, organisationHeader),
      },
      grant,
      dependencies.clock.now()
    );
    if (isRefusal(who)) {
      throw new HttpProblem(who.status, who.status === 400 ? 'bad_request' : 'forbidden', who.reason);
    }
    if (access === undefined || !mayCall(who, access)) {
      throw new HttpProblem(403, 'forbidden', `This needs the role ${access ?? 'of nobody'}`);
    }
    request.identity = who;
  });
}

function bearer(request: FastifyRequest): string | undefined {
  return /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}
