import type { FastifyInstance } from 'fastify';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { version } from '../package.json';
import { backupCommand } from './commands/backup';
import { composeHealth } from './commands/composeHealth';
import { composeNotifications } from './commands/composeNotifications';
import type { Command, CommandEnvironment } from './commands/Command';
import { doctorCommand } from './commands/doctor';
import { codeKinds } from './commands/codeKinds';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { migrateCommand } from './commands/migrate';
import { runPlugin } from './commands/plugin';
import { provisioningOf } from './commands/provisioningOf';
import { openDatabase } from './commands/openDatabase';
import { restoreCommand } from './commands/restore';
import { runCommandLine } from './commands/runCommandLine';
import { serveCommand, type RunningServer } from './commands/serve';
import type { Config } from './config/Config';
import { encryptionKeyOf } from './config/encryptionKeyOf';
import { generatedSecret } from './config/generatedSecret';
import { loadConfig } from './config/loadConfig';
import { environment } from './config/environment';
import { unknownSettings } from './config/settings';
import { RulePreviews } from './domain/alerting/preview/RulePreviews';
import { createQueryRunner } from './domain/query/createQueryRunner';
import { serverStatus } from './domain/status/serverStatus';
import { injectedServer } from './grafana/server/injectedServer';
import { remoteServer } from './grafana/server/remoteServer';
import type { SeamarkServer } from './grafana/server/SeamarkServer';
import { createAdminApp } from './http/admin/createAdminApp';
import { createIngestApp } from './http/ingest/createIngestApp';
import { listen } from './http/listen';
import { alertJob, oldEvaluationsJob } from './jobs/alerts';
import { alertSeriesJob } from './jobs/alertSeries';
import { externalAlertsJob } from './jobs/externalAlerts';
import { startJobs } from './jobs/startJobs';
import { systemClock, type Clock } from './lib/Clock';
import { CountryFile } from './lib/countries/CountryFile';
import { createLogger } from './lib/log/createLogger';
import { jsonFormat } from './lib/log/jsonFormat';
import { lineSink } from './lib/log/lineSink';
import { redirectConsole } from './lib/log/redirectConsole';
import type { Logger } from './lib/Logger';
import { StoredEvidence } from './store/alerting/evidence/StoredEvidence';
import { StoredHistory } from './store/alerting/evidence/StoredHistory';
import { migrate } from './store/migrations/migrate';
import { knownSchema } from './store/migrations/migrations';
import { openStore } from './store/openStore';
import { createQueryStore } from './store/query/createQueryStore';
import { roleLogins } from './store/roles/roleLogins';
import { prometheusWriterMetrics } from './store/writer/prometheusWriterMetrics';

const clock = systemClock;

/** Grafana's main organisation, which every installation has. */
const firstOrganisation = 1;

interface Parts {
  config: Config;
  clock: Clock;
  logger: Logger;
  /** Grafana is set up to run more than once. */
  severalGrafanas: boolean;
  /** Ends a start that is under way. */
  signal: AbortSignal;
}

interface ComposedServer extends RunningServer {
  admin: FastifyInstance;
  registry: Registry;
  /** Lives in memory: the plugin of this process speaks with it. */
  remoteSecret: string;
}

/** Puts the server together and starts it; whatever was started is stopped again, in reverse, when a later part fails. */
async function startServer(parts: Parts): Promise<ComposedServer> {
  const { config, clock, logger, severalGrafanas } = parts;
  const undo: Array<() => Promise<unknown>> = [];
  const stopAll = async (): Promise<void> => {
    for (let step = undo.pop(); step; step = undo.pop()) {
      await step().catch((cause: unknown) => logger.error('a part did not stop cleanly', cause));
    }
  };
  try {
    const adminToken = config.adminToken ?? generatedSecret(config.dataDir, 'admin-token');
    const masterKey = encryptionKeyOf(config);
    const remoteSecret = randomBytes(32).toString('base64url');
    const registry = new Registry();
    collectDefaultMetrics({ register: registry, prefix: 'seamark_' });

    const database = await openDatabase(parts);
    undo.push(() => database.stop());
    const logins = roleLogins(database.url, masterKey);
    await migrate({ ownerUrl: database.url, roles: logins.roles, rolePasswords: logins.passwords, logger, clock });
    const store = openStore({
      url: database.url,
      ...logins,
      masterKey,
      clock,
      logger: logger.named('store'),
      metrics: prometheusWriterMetrics(registry),
    });
    undo.push(() => store.close());
    // A key that does not fit shows now and not with the first visitor.
    await store.identityKeys.organisationKey(firstOrganisation);
    const queries = createQueryRunner({ store: createQueryStore({ pool: store.pools.query }), clock });
    const evidence = new StoredEvidence(store.pools.query, queries);
    const notifications = composeNotifications({
      ...{ config, store, masterKey, registry, clock },
      logger: logger.named('notifications'),
    });
    undo.push(() => notifications.drain());
    const alerts = alertJob({
      ...{ evaluations: store.alertEvaluations, evidence, clock, logger: logger.named('alerts') },
      ...{ bell: notifications.evaluations, deliveries: notifications.deliveries },
    });
    const history = new StoredHistory(store.pools.query);
    const kinds = codeKinds(store, clock, config.probeAllow);
    const provisioning = provisioningOf(store, kinds, config.provisioningDir, logger.named('provisioning'));
    const listening: { ingest?: FastifyInstance } = {};
    const health = composeHealth({
      ...{ config, store, evidence, clock, logger: logger.named('probes') },
      ingestAnswers: async () => (await listening.ingest?.inject('/readyz'))?.statusCode !== 503,
    });
    const jobs = startJobs(
      store.maintenance,
      clock,
      logger.named('jobs'),
      [
        alerts,
        ...notifications.jobs,
        externalAlertsJob(store.externalLives),
        provisioning.job,
        oldEvaluationsJob({ evaluations: store.alertEvaluations }),
        alertSeriesJob({ opened: store.openedInstances, history, logger: logger.named('alerts') }),
        ...health.jobs,
      ],
      health.watch
    );
    undo.push(() => jobs.stop());
    undo.push(() => health.stop());

    const admin = createAdminApp({
      apps: store.apps,
      tokens: store.tokens,
      queries,
      fields: queries,
      errorGroups: store.errorGroups,
      alertRules: store.alertRules,
      alertPreviews: new RulePreviews(evidence, history, clock),
      alertInstances: store.alertInstances,
      channels: store.channels,
      channelTester: notifications.tester,
      deliveryLog: store.deliveryLog,
      codeKinds: kinds,
      provisioned: store.provisioned,
      silences: store.silences,
      maintenanceWindows: store.maintenanceWindows,
      integrations: store.integrations,
      healthChecks: store.healthChecks,
      incidents: store.incidents,
      statusPages: store.statusPages,
      checkRunner: health.checkRunner,
      probeGuard: health.probeGuard,
      location: config.location,
      behaviour: store.behaviour,
      retention: store.retention,
      consent: store.consent,
      status: async () => {
        const found = await store.capabilities().catch(() => undefined);
        return serverStatus({
          version,
          ingestUrl: config.publicUrl,
          mailConfigured: config.mail !== undefined,
          mode: database.mode,
          database: found && { version: found.version, sizeBytes: found.size_bytes, schema: found.schema },
          knownSchema,
          keyWasGenerated: config.encryptionKey === undefined,
          severalGrafanas,
          provisioningProblems: provisioning.problems,
        });
      },
      registry,
      logger: logger.named('admin'),
      clock,
      adminToken,
      remoteSecrets: [remoteSecret, ...(config.remoteToken === undefined ? [] : [config.remoteToken])],
      ingestUrl: config.publicUrl,
      version,
    });
    const countries =
      config.geoipFile === undefined
        ? undefined
        : await CountryFile.open({
            path: config.geoipFile,
            setting: 'SEAMARK_GEOIP_FILE',
            clock,
            logger: logger.named('countries'),
          });
    const ingest = createIngestApp({
      keys: store.keys,
      writer: notifications.watched(store.writer),
      externalAlerts: store.externalAlerts,
      identity: store.identityKeys,
      sessions: store.sessions,
      paths: store.paths,
      countries,
      heartbeats: store.heartbeats,
      publicStatus: store.publicStatus,
      ready: () => store.answers(),
      config,
      registry,
      clock,
      logger: logger.named('ingest'),
    });
    listening.ingest = ingest;
    const adminAddress = await listen(admin, config.admin, 'SEAMARK_ADMIN_ADDR');
    undo.push(() => admin.close());
    const ingestAddress = await listen(ingest, config.ingest, 'SEAMARK_INGEST_ADDR');
    undo.push(() => ingest.close());
    return { admin, registry, remoteSecret, ingestAddress, adminAddress, stop: stopAll };
  } catch (cause) {
    await stopAll();
    throw cause;
  }
}

/** The server behind the plugin: another one where the settings name it, else one of its own in this process. */
async function openForPlugin(logger: Logger, signal: AbortSignal): Promise<SeamarkServer> {
  const config = readConfig(logger, true);
  if (config.remote) {
    return remoteServer(config.remote);
  }
  const { GF_UNIFIED_ALERTING_HA_PEERS: peers, GF_DATABASE_TYPE: grafanaDatabase = '' } = environment;
  const severalGrafanas = Boolean(peers) || /^(mysql|postgres)/.test(grafanaDatabase);
  const server = await startServer({ config, clock, logger, severalGrafanas, signal });
  return injectedServer({
    inject: (request) => server.admin.inject(request),
    token: server.remoteSecret,
    metrics: () => server.registry.metrics(),
    stop: () => server.stop(),
  });
}

/** Throws OperatorError for a wrong setting: a command prints it, the plugin stays up and says it through CheckHealth. */
function readConfig(logger: Logger, startedByGrafana: boolean): Config {
  const unknown = unknownSettings(environment);
  if (unknown.length > 0) {
    logger.warn('settings that nothing reads; perhaps a typing error', { names: unknown.join(', ') });
  }
  const script = process.argv[1] ?? '';
  const program = script.endsWith('seamark.cjs') ? script : process.execPath;
  const pluginDir = startedByGrafana ? dirname(program) : undefined;
  return loadConfig(environment, version, { cwd: process.cwd(), pluginDir });
}

function serverLogger(level: 'info' | 'warn'): Logger {
  const logger = createLogger({ clock, format: jsonFormat, write: lineSink(process.stderr), name: 'seamark', level });
  redirectConsole(logger.named('console'));
  return logger;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const onStopSignal = (listener: () => void): void =>
  ['SIGTERM', 'SIGINT'].forEach((signal) => process.on(signal, listener));

const commands: readonly Command[] = [
  serveCommand((parts, signal) => startServer({ ...parts, severalGrafanas: false, signal }), onStopSignal),
  migrateCommand,
  backupCommand,
  restoreCommand,
  importCommand,
  exportCommand,
  doctorCommand,
];

function environmentFor({ name }: Command): CommandEnvironment {
  // Who runs a command that ends wants its answer, not the database's diary.
  const logger = serverLogger(name === 'serve' ? 'info' : 'warn');
  return { config: readConfig(logger, false), clock, logger, print };
}

void runCommandLine(process.argv.slice(2), {
  version,
  commands,
  byDefault: environment.grafana_plugin_type ? 'plugin' : 'help',
  plugin: () => runPlugin({ version, clock, environment, open: openForPlugin }),
  environmentFor,
  print,
  complain: (line) => process.stderr.write(`${line}\n`),
}).then((code) => {
  if (code !== undefined) {
    process.exit(code);
  }
});
