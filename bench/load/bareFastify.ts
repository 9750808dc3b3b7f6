import fastify from 'fastify';
import type { AddressInfo } from 'node:net';

/** The yardstick: a Fastify that parses the body, does nothing with it, and answers 202. Prints its port. */
async function main(): Promise<void> {
  const app = fastify();
  app.post('/collect', async (_request, reply) => reply.code(202).send({}));
  await app.listen({ host: '127.0.0.1', port: 0 });
  process.stdout.write(`${(app.server.address() as AddressInfo).port}\n`);
}

void main();
