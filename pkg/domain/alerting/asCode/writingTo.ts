import type { RuleKeeper } from '../rules/AlertRuleRepository';

type Entry = Readonly<Record<string, unknown>>;

/** What writes things of a kind. */
interface Repository<T> {
  create(who: RuleKeeper, thing: T): Promise<{ id: string }>;
  update(who: RuleKeeper, id: string, thing: T): Promise<unknown>;
  delete(who: RuleKeeper, id: string): Promise<unknown>;
}

/** How entries of files are written to a repository. */
export function writingTo<T>(repository: Repository<T>, read: (entry: Entry) => T) {
  return {
    create: async (who: RuleKeeper, entry: Entry) => (await repository.create(who, read(entry))).id,
    update: async (who: RuleKeeper, id: string, entry: Entry) => {
      await repository.update(who, id, read(entry));
    },
    delete: async (who: RuleKeeper, id: string) => {
      await repository.delete(who, id);
    },
  };
}
