import type { Pool } from 'pg';
import type {
  CreateMaintenanceWindow,
  MaintenanceWindow,
  UpdateMaintenanceWindow,
} from '../../../../src/contract/resources/maintenanceWindows';
import { requireVersion } from '../../../domain/access/VersionConflict';
import type { RuleKeeper } from '../../../domain/alerting/rules/AlertRuleRepository';
import { checkWindow } from '../../../domain/alerting/silences/checkMute';
import type { MaintenanceRepository, MuteSelection } from '../../../domain/alerting/silences/SilenceRepository';
import { windowDefaults } from '../../../domain/alerting/silences/windowDefaults';
import type { Clock } from '../../../lib/Clock';
import { uuidV7 } from '../../../lib/uuidV7';
import { auditAct } from '../../audit/appendAudit';
import { takingNames } from '../../connections/takingNames';
import { withTables, type Tables } from '../../connections/withTables';
import { cutPage, readCursor } from '../../pages/cutPage';
import { windowOf, type WindowRow } from './windowOf';

const names = { maintenance_windows_name: 'maintenance window' };

/** Maintenance windows in the database; every change leaves an entry in the audit log. */
export class StoredMaintenanceWindows implements MaintenanceRepository {
  readonly #pool: Pool;
  readonly #clock: Clock;

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  /** Their status depends on the calendar, so it is no part of the question to the database: there are few. */
  list(who: RuleKeeper, { statuses, limit, cursor }: MuteSelection) {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const rows = await tables
        .selectFrom('maintenance_windows')
        .selectAll()
        .where('id', '>', readCursor(cursor))
        .orderBy('id')
        .execute();
      const now = this.#clock.now();
      const windows = rows.map((row) => windowOf(row, now));
      const asked = windows.filter(({ status }) => statuses.length === 0 || statuses.includes(status));
      return cutPage(asked, limit);
    });
  }

  get(who: RuleKeeper, id: string): Promise<MaintenanceWindow | undefined> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const row = await readWindow(tables, id);
      return row && windowOf(row, this.#clock.now());
    });
  }

  create(who: RuleKeeper, window: CreateMaintenanceWindow): Promise<MaintenanceWindow> {
    const now = this.#clock.now();
    const at = new Date(now);
    const whole = { ...windowDefaults(), ...window };
    return takingNames(this.#pool, who.orgId, names, window.name, async (tables) => {
      checkWindow(whole);
      const row = await tables
        .insertInto('maintenance_windows')
        .values({
          ...whole,
          ...columnsOf(whole),
          id: uuidV7(now),
          org_id: who.orgId,
          created_login: who.login,
          created_at: at,
          updated_at: at,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      const entry = { action: 'maintenance_window.create', subject: row.id, details: { name: window.name } };
      await auditAct(tables, who, entry, now);
      return windowOf(row, now);
    });
  }

  update(who: RuleKeeper, id: string, change: UpdateMaintenanceWindow): Promise<MaintenanceWindow | undefined> {
    const now = this.#clock.now();
    const { expected_version: expected, ...settings } = change;
    return takingNames(this.#pool, who.orgId, names, change.name, async (tables) => {
      const before = await readWindow(tables, id, 'lock');
      if (before === undefined) {
        return undefined;
      }
      requireVersion(expected, before.version);
      const whole = { ...windowOf(before, now), ...settings };
      checkWindow(whole);
      const row = await tables
        .updateTable('maintenance_windows')
        .set({ ...settings, ...columnsOf(whole), version: before.version + 1, updated_at: new Date(now) })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      const entry = { action: 'maintenance_window.update', subject: id, details: { fields: Object.keys(settings) } };
      await auditAct(tables, who, entry, now);
      return windowOf(row, now);
    });
  }

  delete(who: RuleKeeper, id: string): Promise<boolean> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const row = await tables.deleteFrom('maintenance_windows').where('id', '=', id).returningAll().executeTakeFirst();
      if (row === undefined) {
        return false;
      }
      const entry = { action: 'maintenance_window.delete', subject: id, details: { name: row.name } };
      await auditAct(tables, who, entry, this.#clock.now());
      return true;
    });
  }
}

/** The columns whose values go to the database as JSON. */
function columnsOf({ matchers, repeat }: Pick<MaintenanceWindow, 'matchers' | 'repeat'>) {
  return { matchers: JSON.stringify(matchers), repeat: repeat && JSON.stringify(repeat) };
}

async function readWindow(tables: Tables, id: string, lock?: 'lock'): Promise<WindowRow | undefined> {
  const query = tables.selectFrom('maintenance_windows').selectAll().where('id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}
