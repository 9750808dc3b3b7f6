import type { FastifyInstance } from 'fastify';
import type { AdminDependencies } from '../AdminDependencies';
import { pageRequest } from '../pageRequest';
import { readDays } from '../readDays';
import { route } from '../route';

/** Days that are counted where the caller does not say. */
const usualDays = 30;

/** Consent decisions: counts, and those of one person for their export or erasure. */
export function consentRoutes(app: FastifyInstance, { consent, clock }: AdminDependencies): void {
  route(app, 'countConsent', async ({ who, query }) =>
    consent.count(who, {
      appId: query.app_id,
      ...readDays(query, clock.now(), usualDays),
      ...pageRequest(query),
    })
  );
  route(app, 'listConsentOfSubject', async ({ who, params }) => ({
    items: await consent.ofSubject(who, params.subject),
    next_cursor: null,
  }));
  route(app, 'eraseConsentOfSubject', async ({ who, params }) => ({
    erased: await consent.erase(who, params.subject),
  }));
}
