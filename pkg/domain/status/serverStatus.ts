import type { Finding, ServerStatus } from '../../../src/contract/resources/status';

/** What is known of the server at this moment. */
export interface ServerFacts {
  version: string;
  ingestUrl: string;
  /** Somebody has set a server that sends mail. */
  mailConfigured?: boolean;
  mode: 'embedded' | 'external';
  /** Undefined where the database cannot be asked. */
  database: { version: string; sizeBytes: number; schema: number } | undefined;
  /** The schema that this program was made for. */
  knownSchema: number;
  /** The key lies in the data directory, beside what it protects. */
  keyWasGenerated: boolean;
  /** Grafana is set up to run more than once, each with a plugin of its own. */
  severalGrafanas: boolean;
  /** What of the provisioning folder could not be taken, a line each. */
  provisioningProblems?: readonly string[];
}

/** Lines about the provisioning folder; the log has all of them. */
const mostProblems = 10;

/** Facts → what a person is told: errors first, each with what to do. `ok` says that nothing is broken. */
export function serverStatus(facts: ServerFacts): ServerStatus {
  const findings = [...databaseFindings(facts), ...warnings(facts)];
  return {
    version: facts.version,
    ok: findings.every(({ level }) => level !== 'error'),
    findings,
    database: {
      mode: facts.mode,
      version: facts.database?.version ?? null,
      size_bytes: facts.database?.sizeBytes ?? null,
      schema: facts.database?.schema ?? null,
    },
    ingest_url: facts.ingestUrl,
    ...(facts.mailConfigured !== undefined && { mail_configured: facts.mailConfigured }),
  };
}

function databaseFindings({ database, mode, knownSchema }: ServerFacts): Finding[] {
  if (!database) {
    const where =
      mode === 'embedded'
        ? 'it is started again by itself; if this lasts, look into the log'
        : 'check that PostgreSQL runs and that SEAMARK_DATABASE_URL is right';
    return [
      { level: 'error', message: `The database does not answer: ${where}. Clients are told to send again later.` },
    ];
  }
  if (database.schema < knownSchema) {
    return [{ level: 'error', message: 'Migrations are missing: restart the server, or run "seamark migrate".' }];
  }
  if (database.schema > knownSchema) {
    return [{ level: 'error', message: 'The database is newer than this program: update Seamark.' }];
  }
  return [];
}

function warnings({ keyWasGenerated, severalGrafanas, mode, provisioningProblems = [] }: ServerFacts): Finding[] {
  const found: Finding[] = provisioningProblems
    .slice(0, mostProblems)
    .map((problem) => ({ level: 'warning', message: `Provisioning: ${problem}` }));
  if (severalGrafanas && mode === 'embedded') {
    found.push({
      level: 'warning',
      message:
        'Grafana runs with several replicas, and each would have a built-in database of its own: ' +
        'run one "seamark serve" and set remote_url and remote_token.',
    });
  }
  if (keyWasGenerated) {
    found.push({
      level: 'warning',
      message:
        'The encryption key lies in the data directory, beside what it protects: ' +
        'set SEAMARK_ENCRYPTION_KEY from elsewhere, and keep a copy.',
    });
  }
  return found;
}
