import type { FastifyRequest } from 'fastify';
import type { JsonObject } from '../../../domain/ingest/JsonObject';
import { HttpProblem } from '../../errors/HttpProblem';
import { bodyText } from './bodyText';
import { decompress } from './decompress';
import { parseJson } from './parseJson';

/** The JSON object that a request carries. Throws HttpProblem for bodies that cannot be read. */
export async function jsonBodyOf(request: FastifyRequest): Promise<JsonObject> {
  const { body, headers } = request;
  if (!Buffer.isBuffer(body) || body.length === 0) {
    throw new HttpProblem(400, 'unreadable', 'The body is empty');
  }
  const encoding = headers['content-encoding'];
  const data = encoding === undefined ? body : await decompress(body, encoding);
  return parseJson(bodyText(data, headers['content-type']));
}
