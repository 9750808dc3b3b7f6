import { rememberedServer } from './rememberedServer';

export default async function globalTeardown(): Promise<void> {
  await rememberedServer.get()?.stop();
}
