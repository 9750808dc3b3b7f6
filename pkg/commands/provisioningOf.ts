import { environment } from '../config/environment';
import type { CodeKind } from '../domain/asCode/CodeKind';
import { explainProblem } from '../http/errors/explainProblem';
import { ProvisioningJob } from '../jobs/provisioning/ProvisioningJob';
import { secretSource } from '../jobs/provisioning/secretSource';
import type { Logger } from '../lib/Logger';
import type { Store } from '../store/openStore';

/** What brings a store to the files of a folder, not yet started. */
export function provisioningOf(
  store: Pick<Store, 'provisioned'>,
  kinds: readonly CodeKind[],
  folder: string,
  logger: Logger
): ProvisioningJob {
  const secrets = secretSource(environment);
  return new ProvisioningJob({ folder, kinds, registry: store.provisioned, secrets, explain: explainProblem, logger });
}
