import { Registry } from 'prom-client';
import { encryptionKeyOf } from '../config/encryptionKeyOf';
import { withDatabase } from '../store/embedded/withDatabase';
import { migrate } from '../store/migrations/migrate';
import { openStore, type Store } from '../store/openStore';
import { roleLogins } from '../store/roles/roleLogins';
import { prometheusWriterMetrics } from '../store/writer/prometheusWriterMetrics';
import type { CommandEnvironment } from './Command';

/** For commands: does its work on the store, migrated, whether or not a server runs on it. */
export function withStore<Result>(
  { config, clock, logger }: CommandEnvironment,
  work: (store: Store) => Promise<Result>
): Promise<Result> {
  return withDatabase({ config, clock, logger, alone: false }, async (ownerUrl) => {
    const masterKey = encryptionKeyOf(config);
    const logins = roleLogins(ownerUrl, masterKey);
    await migrate({ ownerUrl, roles: logins.roles, rolePasswords: logins.passwords, logger, clock });
    const metrics = prometheusWriterMetrics(new Registry());
    const store = openStore({ url: ownerUrl, ...logins, masterKey, clock, logger, metrics });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
}
