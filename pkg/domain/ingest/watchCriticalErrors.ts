import type { RowWriter } from './RowWriter';

/**
 * A writer that tells of critical errors once they are stored. `tell` gets the organisation and must not take time: the
 * request is answered after it.
 */
export function watchCriticalErrors(writer: RowWriter, tell: (orgId: number) => void): RowWriter {
  return {
    checkRoom: (appId) => writer.checkRoom(appId),
    drain: () => writer.drain(),
    write: async (rows) => {
      const refused = await writer.write(rows);
      const critical = rows.error_logs.find(({ severity }) => severity === 'critical');
      if (critical !== undefined) {
        tell(critical.org_id);
      }
      return refused;
    },
  };
}
