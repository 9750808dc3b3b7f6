import type { TemplateServer } from './TemplateServer';

const key = Symbol.for('seamark.test.templates');
const place = globalThis as { [key]?: TemplateServer };

/** Carries the server from jest's setup to its teardown, which may load their modules twice. */
export const rememberedServer = {
  set(server: TemplateServer): void {
    place[key] = server;
  },
  get(): TemplateServer | undefined {
    return place[key];
  },
};
