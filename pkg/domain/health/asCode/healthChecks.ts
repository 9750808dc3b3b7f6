import { CreateHealthCheck, type HealthCheck } from '../../../../src/contract/resources/healthChecks';
import { shapeReader } from '../../../lib/shapes/shapeReader';
import { type CheckSettingsOf, withCheckDefaults } from '../checks/checkDefaults';
import { CheckProblem } from '../checks/CheckProblem';
import { ownServices } from '../own/ownServices';
import type { CheckKeeper, HealthCheckRepository } from '../checks/HealthCheckRepository';

type Entry = Readonly<Record<string, unknown>>;

const readShape = shapeReader(
  CreateHealthCheck,
  '',
  (field, complaint) => new CheckProblem(field.replace(/^\./, '').replace(/^service_name/, 'name'), complaint)
);

/** In files a check is told apart by its service, and as all that files hold it has it as `name`. */
function read({ name, ...entry }: Entry): CreateHealthCheck {
  return readShape({ ...entry, service_name: name });
}

/** Health checks in files, but for those of Seamark itself. Secrets are placeholders there, and are not exported. */
export function healthChecksAsCode(
  checks: HealthCheckRepository,
  check: (who: CheckKeeper, settings: CheckSettingsOf, secrets: CreateHealthCheck['secrets']) => void
) {
  return {
    name: 'health_checks',
    path: '/health-checks',
    role: 'Editor' as const,
    read: (entry: Entry, who: CheckKeeper) => {
      const { secrets, ...given } = read(entry);
      const whole = withCheckDefaults(given);
      check(who, whole, secrets);
      return { ...entryOf(whole), ...(secrets && { secrets }) };
    },
    list: async (who: CheckKeeper) =>
      (await readAll(checks, who))
        .filter((each) => !Object.hasOwn(ownServices, each.service_name))
        .map((each) => ({
          id: each.id,
          name: each.service_name,
          entry: entryOf(withCheckDefaults(fieldsOf(each))),
        })),
    create: async (who: CheckKeeper, entry: Entry) => (await checks.create(who, read(entry))).id,
    update: async (who: CheckKeeper, id: string, entry: Entry) => {
      const { kind: _kind, ...change } = read(entry);
      // A file says all of it: secrets that it does not hold are gone.
      await checks.update(who, id, { secrets: {}, ...change });
    },
    delete: async (who: CheckKeeper, id: string) => {
      await checks.delete(who, id);
    },
  };
}

function entryOf({ service_name: name, ...settings }: CheckSettingsOf) {
  return { name, ...settings };
}

const { service_name, kind, settings, assertions, secrets: _secrets, ...others } = CreateHealthCheck.properties;
const fields = Object.keys({ service_name, kind, settings, assertions, ...others });

/** What of a check stands in a file. */
function fieldsOf(check: Omit<HealthCheck, 'heartbeat_url'>): CheckSettingsOf {
  return Object.fromEntries(Object.entries(check).filter(([name]) => fields.includes(name))) as CheckSettingsOf;
}

async function readAll(checks: HealthCheckRepository, who: CheckKeeper) {
  const any = { statuses: [], kind: undefined, group: undefined, search: undefined };
  const found = [];
  let cursor: string | undefined;
  do {
    const page = await checks.list(who, { ...any, limit: 500, cursor });
    found.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}
