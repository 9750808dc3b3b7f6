import type { ServerStatus } from '../../../src/contract/resources/status';
import { versionMismatch } from './versionMismatch';

export interface Health {
  ok: boolean;
  message: string;
  details: Readonly<Record<string, unknown>>;
}

/** What a server says of itself, as the sentence that the datasource's settings page shows. */
export function healthOf(status: ServerStatus, mode: 'embedded' | 'remote', pluginVersion: string): Health {
  const mismatch = mode === 'remote' ? versionMismatch(pluginVersion, status.version) : undefined;
  const errors = status.findings.filter(({ level }) => level === 'error').map(({ message }) => message);
  const warnings = status.findings.filter(({ level }) => level === 'warning').map(({ message }) => message);
  const wrong = [...(mismatch === undefined ? [] : [mismatch]), ...errors];
  const ok = status.ok && wrong.length === 0;
  const { database } = status;
  const works = `Seamark ${status.version} works, with ${database.mode} PostgreSQL${database.version ? ` ${database.version}` : ''}.`;
  const first = ok ? works : wrong.length > 0 ? wrong.join(' ') : 'The Seamark server says that it is not well.';
  return {
    ok,
    message: [first, ...warnings].join(' '),
    details: {
      mode,
      pluginVersion,
      ...(wrong.length + warnings.length > 0 ? { verboseMessage: [...wrong, ...warnings].join('\n') } : {}),
      ...status,
    },
  };
}

/** Health where there is no status to tell of. */
export function unwell(message: string, pluginVersion: string): Health {
  return { ok: false, message, details: { pluginVersion, verboseMessage: message } };
}
