import Fastify, { type FastifyInstance } from 'fastify';
import { problemOptions, setProblemHandlers } from '../errors/problemHandlers';
import type { AdminDependencies } from './AdminDependencies';
import { authenticate } from './authenticate';
import { guardProvisioned } from './guardProvisioned';
import { appKeyRoutes } from './routes/appKeyRoutes';
import { asCodeRoutes } from './routes/asCodeRoutes';
import { appRoutes } from './routes/appRoutes';
import { behaviourRoutes } from './routes/behaviourRoutes';
import { consentRoutes } from './routes/consentRoutes';
import { alertInstanceRoutes } from './routes/alertInstanceRoutes';
import { alertRuleRoutes } from './routes/alertRuleRoutes';
import { errorGroupRoutes } from './routes/errorGroupRoutes';
import { fieldRoutes } from './routes/fieldRoutes';
import { healthCheckRoutes } from './routes/healthCheckRoutes';
import { incidentRoutes } from './routes/incidentRoutes';
import { integrationRoutes } from './routes/integrationRoutes';
import { metricsRoutes } from './routes/metricsRoutes';
import { notificationRoutes } from './routes/notificationRoutes';
import { muteRoutes } from './routes/muteRoutes';
import { openApiRoutes } from './routes/openApiRoutes';
import { queryRoutes } from './routes/queryRoutes';
import { retentionRoutes } from './routes/retentionRoutes';
import { statusPageRoutes } from './routes/statusPageRoutes';
import { statusRoutes } from './routes/statusRoutes';
import { tokenRoutes } from './routes/tokenRoutes';
import { validatorCompiler } from './validatorCompiler';

/** Bytes of the largest request: a dashboard's queries with long lists of values stay far below. */
const bodyLimit = 1024 * 1024;

/**
 * The admin listener's app, not yet listening: management, queries, metrics. The plugin in this process injects its
 * requests with one of `remoteSecrets`; others come over HTTP with a token.
 */
export function createAdminApp(dependencies: AdminDependencies): FastifyInstance {
  const app = Fastify({
    ...problemOptions,
    bodyLimit,
    // A HEAD or a slash more is another address: what is not in the route table does not exist.
    routerOptions: { caseSensitive: true, ignoreTrailingSlash: false, ignoreDuplicateSlashes: false },
    exposeHeadRoutes: false,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    return503OnClosing: true,
  });
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  setProblemHandlers(app, dependencies.logger);
  authenticate(app, dependencies);
  guardProvisioned(app, dependencies);

  appRoutes(app, dependencies);
  appKeyRoutes(app, dependencies);
  queryRoutes(app, dependencies);
  fieldRoutes(app, dependencies);
  errorGroupRoutes(app, dependencies);
  alertRuleRoutes(app, dependencies);
  asCodeRoutes(app, dependencies);
  alertInstanceRoutes(app, dependencies);
  notificationRoutes(app, dependencies);
  muteRoutes(app, dependencies);
  integrationRoutes(app, dependencies);
  healthCheckRoutes(app, dependencies);
  incidentRoutes(app, dependencies);
  statusPageRoutes(app, dependencies);
  tokenRoutes(app, dependencies);
  behaviourRoutes(app, dependencies);
  retentionRoutes(app, dependencies);
  consentRoutes(app, dependencies);
  statusRoutes(app, dependencies);
  openApiRoutes(app, dependencies);
  metricsRoutes(app, dependencies);
  return app;
}
