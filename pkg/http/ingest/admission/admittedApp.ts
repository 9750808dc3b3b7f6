import type { FastifyRequest } from 'fastify';
import type { KeyedApp } from '../../../domain/ingest/KeyedApp';

const apps = new WeakMap<FastifyRequest, KeyedApp>();

/** Remembers for which app a request may write. */
export function rememberApp(request: FastifyRequest, app: KeyedApp): void {
  apps.set(request, app);
}

/** The app for which a request was admitted; undefined while nobody could say. */
export function knownApp(request: FastifyRequest): KeyedApp | undefined {
  return apps.get(request);
}

/** The app for which a request was admitted; a route that asks without admission is a mistake of ours. */
export function admittedApp(request: FastifyRequest): KeyedApp {
  const app = apps.get(request);
  if (app === undefined) {
    throw new Error('The route takes data in without admission');
  }
  return app;
}
