import type {
  CreateIntegration,
  Integration,
  UpdateIntegration,
} from '../../../../src/contract/resources/integrations';
import type { RuleKeeper } from '../rules/AlertRuleRepository';

/** An integration without its address, which depends on where the listener is. */
export type KeptIntegration = Omit<Integration, 'url'>;

/**
 * Integrations of one organisation, each with a rule of its own. Undefined means "no such integration in this
 * organisation". Writing throws NameTaken, and VersionConflict where `expected_version` is not the integration's. All
 * throw StoreAway.
 */
export interface IntegrationRepository {
  list(
    who: RuleKeeper,
    page: { limit: number; cursor: string | undefined }
  ): Promise<{ items: KeptIntegration[]; next_cursor: string | null }>;
  get(who: RuleKeeper, id: string): Promise<KeptIntegration | undefined>;
  create(who: RuleKeeper, integration: CreateIntegration): Promise<KeptIntegration & { token: string }>;
  update(
    who: RuleKeeper,
    id: string,
    change: UpdateIntegration
  ): Promise<(KeptIntegration & { token?: string }) | undefined>;
  /** Its rule goes with it, which resolves what is open. False: no such integration. */
  delete(who: RuleKeeper, id: string): Promise<boolean>;
}
