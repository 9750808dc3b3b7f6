import type { FastifyInstance } from 'fastify';
import { healthStatuses, type HealthStatus } from '../../../../src/contract/health/words';
import { isJsonObject } from '../../../domain/ingest/JsonObject';
import type { HeartbeatBox } from '../../../domain/health/heartbeats/HeartbeatBox';
import type { Beat } from '../../../domain/health/heartbeats/Beat';
import { storableText } from '../../../lib/storableText';
import { HttpProblem } from '../../errors/HttpProblem';
import type { AddressLimit } from '../admission/AddressLimit';
import { bodyText } from '../body/bodyText';
import { parseJson } from '../body/parseJson';

/** A status and a sentence: what is longer is something else. */
const bodyLimit = 16 * 1024;
const longestMessage = 500;
const tokenPattern = /^[A-Za-z0-9_-]{20,100}$/;

/** `POST /heartbeat/{token}`: a service says that it is well, or how it is. Answered 202 once that is kept. */
export function addHeartbeatRoutes(
  app: FastifyInstance,
  { heartbeats, limit }: { heartbeats: HeartbeatBox; limit: AddressLimit }
): void {
  app.post(
    '/heartbeat/:token',
    { bodyLimit, onRequest: async (request) => limit.admit(request) },
    async (request, reply) => {
      const { token } = request.params as { token: string };
      const report = reportOf(request.body, request.headers['content-type']);
      if (!tokenPattern.test(token) || !(await heartbeats.take(token, report))) {
        throw new HttpProblem(404, 'not_found', 'No check waits for reports at this address');
      }
      return reply.code(202).send({ status: 'accepted' });
    }
  );
}

function reportOf(body: unknown, contentType: string | undefined): Pick<Beat, 'status' | 'message'> {
  if (!Buffer.isBuffer(body) || body.length === 0) {
    return { status: 'healthy', message: null };
  }
  const report: unknown = parseJson(bodyText(body, contentType));
  if (!isJsonObject(report)) {
    throw new HttpProblem(400, 'unreadable', 'The body must be {"status","message"}, or empty');
  }
  const { status = 'healthy', message = null } = report;
  const known = healthStatuses.find((each): each is HealthStatus => each === status);
  if (known === undefined) {
    throw new HttpProblem(400, 'unreadable', `"status" must be one of ${healthStatuses.join(', ')}`);
  }
  if (message !== null && typeof message !== 'string') {
    throw new HttpProblem(400, 'unreadable', '"message" must be text');
  }
  const text = storableText((message ?? '').slice(0, longestMessage)).trim();
  return { status: known, message: text === '' ? null : text };
}
