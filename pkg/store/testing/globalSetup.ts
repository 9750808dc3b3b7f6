import { rememberedServer } from './rememberedServer';
import { TemplateServer } from './TemplateServer';
import { givenServerVariable, templateSocketVariable } from './TestTemplate';

/** Once a jest run, before the workers start and inherit the variable. */
export default async function globalSetup(): Promise<void> {
  const server = await TemplateServer.start(process.env[givenServerVariable] || undefined);
  rememberedServer.set(server);
  process.env[templateSocketVariable] = server.socketPath;
}
