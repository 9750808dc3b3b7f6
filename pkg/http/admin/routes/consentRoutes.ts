import type { FastifyInstance } from 'fastify';
import { day } from '../../../lib/duration';
import { HttpProblem } from '../../errors/HttpProblem';
import type { AdminDependencies } from '../AdminDependencies';
import { pageRequest } from '../pageRequest';
import { route } from '../route';

/** Days that are counted where the caller does not say. */
const usualDays = 30;

/** Consent decisions: counts, and those of one person for their export or erasure. */
export function consentRoutes(app: FastifyInstance, { consent, clock }: AdminDependencies): void {
  route(app, 'countConsent', ({ who, query }) => {
    const to = query.to ?? isoDay(clock.now());
    const from = query.from ?? isoDay(Date.parse(to) - (usualDays - 1) * day);
    if (from > to) {
      throw new HttpProblem(400, 'bad_request', '"from" must not be after "to"');
    }
    return consent.count(who, { appId: query.app_id, from, to, ...pageRequest(query) });
  });
  route(app, 'listConsentOfSubject', async ({ who, params }) => ({
    items: await consent.ofSubject(who, params.subject),
    next_cursor: null,
  }));
  route(app, 'eraseConsentOfSubject', async ({ who, params }) => ({
    erased: await consent.erase(who, params.subject),
  }));
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
