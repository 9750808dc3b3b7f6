import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { PublicStatusSource } from '../../../domain/health/statusPages/PublicStatus';
import type { Clock } from '../../../lib/Clock';
import { second } from '../../../lib/duration';
import { LimitedMap } from '../../../lib/LimitedMap';
import { HttpProblem } from '../../errors/HttpProblem';
import type { AddressLimit } from '../admission/AddressLimit';
import { statusPage, statusPagePolicy } from './statusPage';

const freshForMs = 30 * second;
const slugPattern = /^[a-z0-9][a-z0-9-]{0,62}$/;

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': `public, max-age=${freshForMs / second}`,
  'content-security-policy': statusPagePolicy,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

interface MadePage {
  at: number;
  page: Promise<{ html: string; etag: string } | undefined>;
}

/**
 * `GET /status/{slug}`: a public page, where an Admin switched one on. However many look, it is made anew every half
 * minute at most.
 */
export function addStatusRoutes(
  app: FastifyInstance,
  { source, limit, clock }: { source: PublicStatusSource; limit: AddressLimit; clock: Clock }
): void {
  const made = new LimitedMap<string, MadePage>(1000);
  const make = async (slug: string) => {
    const status = await source.read(slug);
    if (status === undefined) {
      return undefined;
    }
    const html = statusPage(status, clock.now());
    return { html, etag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 27)}"` };
  };
  app.get('/status/:slug', async (request, reply) => {
    limit.admit(request);
    const { slug } = request.params as { slug: string };
    const now = clock.now();
    let kept = made.get(slug);
    if (slugPattern.test(slug) && (kept === undefined || now - kept.at >= freshForMs || now < kept.at)) {
      const fresh: MadePage = { at: now, page: make(slug) };
      fresh.page.catch(() => made.delete(slug));
      made.set(slug, fresh);
      kept = fresh;
    }
    const page = await kept?.page;
    if (page === undefined) {
      throw new HttpProblem(404, 'not_found', 'There is no such page');
    }
    reply.headers({ ...pageHeaders, etag: page.etag });
    return request.headers['if-none-match'] === page.etag ? reply.code(304).send() : reply.send(page.html);
  });
}
