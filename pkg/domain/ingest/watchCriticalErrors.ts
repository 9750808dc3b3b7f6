import type { RowWriter } from './RowWriter';

/**
 * A writer that tells of critical errors once they are stored. `tell` gets the organisation and must not take time: the
 * request is answered after it.
 */
export function watchCriticalErrors(writer: RowWriter, tell: (orgId: number) => void): RowWriter {
  return {
    checkRoom: (appId) => writer.checkRoom(appId),
    drain: () => writer.drain(),
    write: (rows) => {
      // Looked for before, so that rows need not be kept while they wait.
      const orgId = rows.error_logs.find(({ severity }) => severity === 'critical')?.org_id;
      return writer.write(rows).then((refused) => {
        if (orgId !== undefined) {
          tell(orgId);
        }
        return refused;
      });
    },
  };
}
