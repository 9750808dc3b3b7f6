import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from '../../errors/HttpProblem';
import { isOwnPage } from './isOwnPage';
import { hasOptedOut, optInCookie, optOutCookie } from './optOutCookie';
import { privacyPage, privacyPagePolicy } from './privacyPage';

/** A form without fields has none; nothing is read from these bodies, and none may fill the memory. */
const bodyLimit = 1024;

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': privacyPagePolicy,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`, which would take the origin away from the forms of the page.
  'referrer-policy': 'same-origin',
} as const;

/** `GET /privacy`, and `POST /privacy/opt-out` and `/privacy/opt-in`, which only that page may send. */
export function addPrivacyRoutes(app: FastifyInstance): void {
  void app.register(async (routes) => {
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, _body, done) => done(null));
    routes.addHook('onRequest', (_request, reply, done) => {
      // No other page may read what a visitor chose here.
      reply.removeHeader('access-control-allow-origin');
      reply.removeHeader('access-control-allow-credentials');
      done();
    });
    routes.get('/privacy', async ({ headers }, reply) => {
      const signals = [
        ...(headers['sec-gpc'] === '1' ? ['Global Privacy Control'] : []),
        ...(headers.dnt === '1' ? ['Do Not Track'] : []),
      ];
      return reply.headers(pageHeaders).send(privacyPage({ hasOptedOut: hasOptedOut(headers.cookie), signals }));
    });
    const choose = (cookie: (isSecure: boolean) => string) => async (request: FastifyRequest, reply: FastifyReply) => {
      if (!isOwnPage(request)) {
        throw new HttpProblem(403, 'not_own_page', 'Only the page /privacy of this server may send a choice');
      }
      const isSecure = request.protocol === 'https' || request.headers.origin?.startsWith('https:') === true;
      return reply
        .code(204)
        .headers({ 'set-cookie': cookie(isSecure), 'cache-control': 'no-store' })
        .send();
    };
    routes.post('/privacy/opt-out', choose(optOutCookie));
    routes.post('/privacy/opt-in', choose(optInCookie));
  });
}
