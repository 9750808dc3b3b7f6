import { expect, type APIRequestContext } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const resources = '/api/datasources/uid/seamark/resources';

/** A service of this machine that is well until it is told not to be. */
export interface Service {
  url: string;
  isWell: boolean;
  stop(): Promise<void>;
}

export async function startService(): Promise<Service> {
  const server = createServer((_request, response) => {
    response.writeHead(service.isWell ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: service.isWell ? 'ok' : 'out of stock' }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const service: Service = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/health`,
    isWell: true,
    stop: () => new Promise((done) => server.close(() => done())),
  };
  return service;
}

/** A check that is sure after one result, looked at every ten seconds. Answers its id. */
export async function createCheck(request: APIRequestContext, name: string, url: string): Promise<string> {
  const answer = await request.post(`${resources}/health-checks`, {
    data: {
      service_name: name,
      kind: 'http',
      settings: { url },
      interval_seconds: 10,
      timeout_ms: 5000,
      failures_to_down: 1,
      successes_to_recover: 1,
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** Takes away whatever a journey made under this name. */
export async function removeHealth(request: APIRequestContext, name: string): Promise<void> {
  const checks = await request.get(`${resources}/health-checks`, { params: { query: name, limit: 100 } });
  for (const { id } of ((await checks.json()) as { items: Array<{ id: string }> }).items) {
    await request.delete(`${resources}/health-checks/${id}`);
  }
  const pages = await request.get(`${resources}/status-pages`, { params: { limit: 500 } });
  for (const { id, title } of ((await pages.json()) as { items: Array<{ id: string; title: string }> }).items) {
    if (title === name) {
      await request.delete(`${resources}/status-pages/${id}`);
    }
  }
}
