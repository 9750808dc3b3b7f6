import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';

/**
 * A backup is a tar file: `header.json`, then `data/<n>/<m>.copy.gz` (the rows of table n as COPY text, in parts), and
 * `manifest.json` last, so that a file that was cut off has none. Nothing in it depends on the version of PostgreSQL.
 */
export const backupFormat = 1;

/** First entry: whether this backup can be used at all. */
export const BackupHeader = Type.Object({
  format: Type.Integer(),
  /** Version of the Seamark that wrote it. */
  seamark: Type.String(),
  /** Version of the database's schema. */
  schema: Type.Integer({ minimum: 1 }),
  /** Version of PostgreSQL. */
  server: Type.String(),
  created_at: Type.String(),
  /** Tells encryption keys apart without telling what they are. */
  key_fingerprint: Type.String(),
});
export type BackupHeader = Static<typeof BackupHeader>;

export const BackupPart = Type.Object({ entry: Type.String(), sha256: Type.String() });
export type BackupPart = Static<typeof BackupPart>;

export const BackupTable = Type.Object({
  schema: Type.String(),
  name: Type.String(),
  columns: Type.Array(Type.String()),
  rows: Type.Integer({ minimum: 0 }),
  parts: Type.Array(BackupPart),
  /** Of a table partitioned by day: the days it has, `YYYY-MM-DD`. */
  days: Type.Array(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  /** Columns numbered by the database, and the number that came last; null: none yet. */
  counters: Type.Array(Type.Object({ column: Type.String(), last: Type.Union([Type.String(), Type.Null()]) })),
});
export type BackupTable = Static<typeof BackupTable>;

/** Last entry: everything that must have been seen before it. */
export const BackupManifest = Type.Object({ tables: Type.Array(BackupTable) });
export type BackupManifest = Static<typeof BackupManifest>;

const header = Compile(BackupHeader);
const manifest = Compile(BackupManifest);

/** Undefined where the bytes are not such an entry. */
export function parseHeader(bytes: Buffer): BackupHeader | undefined {
  const value = parseJson(bytes);
  return header.Check(value) ? value : undefined;
}

/** Undefined where the bytes are not such an entry. */
export function parseManifest(bytes: Buffer): BackupManifest | undefined {
  const value = parseJson(bytes);
  return manifest.Check(value) ? value : undefined;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
