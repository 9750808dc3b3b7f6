/** Settings of the embedded server, all given on its command line, so that no edited file can contradict them. */
export type ServerSettings = Readonly<Record<string, string>>;

/**
 * @param socketDirectory the only place where it listens
 * @param overrides for tests: more connections, no fsync
 */
export function serverSettings(socketDirectory: string, overrides: ServerSettings = {}): ServerSettings {
  return {
    // Reachable by whoever may enter the socket's folder, and by nobody over a network.
    listen_addresses: '',
    unix_socket_directories: quoteListItem(socketDirectory),
    unix_socket_permissions: '0700',

    // Measured: the same latency as twice as much, 129 MB for all processes at the peak.
    shared_buffers: '64MB',
    work_mem: '8MB',
    max_connections: '24',
    max_wal_size: '1GB',
    synchronous_commit: 'on',
    // After a kill every file is made durable before the replay: one by one that takes seconds, several times as long as
    // the replay itself; Linux can do it with one call for the whole file system (docs/adr/0100).
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    // A query over a year of partitions, or a restore, locks thousands of tables and indexes at once; 3 MB.
    max_locks_per_transaction: '256',
    // Two cores are shared with the server itself; parallel workers also need more of /dev/shm than containers give.
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    // Nobody replicates from an embedded server, and nobody can log in as its superuser.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_logical_replication_workers: '0',
    superuser_reserved_connections: '0',
    // A query whose asker was killed ends soon, instead of running on.
    client_connection_check_interval: '1s',

    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',

    // One stream into our logger. Statements and details may hold what visitors sent, so they are left out.
    logging_collector: 'off',
    log_destination: 'stderr',
    log_line_prefix: '',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...overrides,
  };
}

export function asArguments(settings: ServerSettings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The setting is a list of names separated by commas, so a folder with a comma or a space in it needs quotes. */
function quoteListItem(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`;
}
