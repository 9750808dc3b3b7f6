import { createHash } from 'node:crypto';
import { OperatorError } from '../../lib/OperatorError';
import { backupFormat, parseHeader, parseManifest, type BackupHeader, type BackupManifest } from './BackupManifest';
import { readBackup, type BackupEntry } from './readBackup';

export interface VerifiedBackup {
  readonly file: string;
  readonly header: BackupHeader;
  readonly manifest: BackupManifest;
}

/** Reads the whole file once. Throws OperatorError unless every part is there, in order and unchanged. */
export async function verifyBackup(file: string): Promise<VerifiedBackup> {
  const damaged = new OperatorError(`${file} is damaged or was cut off: take another backup`);
  let header: BackupHeader | undefined;
  let manifest: BackupManifest | undefined;
  const seen: string[] = [];
  for await (const entry of readBackup(file)) {
    if (header === undefined) {
      header = requireHeader(file, entry);
    } else if (entry.name === 'manifest.json') {
      manifest = parseManifest(entry.content);
    } else {
      seen.push(`${entry.name} ${sha256(entry.content)}`);
    }
  }
  if (header === undefined || manifest === undefined) {
    throw damaged;
  }
  const expected = manifest.tables.flatMap((table) => table.parts.map((part) => `${part.entry} ${part.sha256}`));
  if (expected.length !== seen.length || expected.some((part, index) => part !== seen[index])) {
    throw damaged;
  }
  return { file, header, manifest };
}

export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function requireHeader(file: string, entry: BackupEntry): BackupHeader {
  const header = entry.name === 'header.json' ? parseHeader(entry.content) : undefined;
  if (header === undefined) {
    throw new OperatorError(`${file} is not a backup of Seamark`);
  }
  if (header.format !== backupFormat) {
    throw new OperatorError(
      `${file} was written by a newer Seamark (${header.seamark}): restore it with that version or a later one`
    );
  }
  return header;
}
