export interface ListenAddress {
  host: string;
  /** 0 lets the kernel choose: tests only. */
  port: number;
}

/** Everything the program was told by its environment, checked once at the start and never changed after. */
export interface Config {
  readonly version: string;
  readonly dataDir: string;
  /** Undefined: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly ingest: ListenAddress;
  readonly admin: ListenAddress;
  /** Undefined: generated into `dataDir`. */
  readonly adminToken: string | undefined;
  /** 32 bytes. Undefined: generated into `dataDir`. */
  readonly encryptionKey: Buffer | undefined;
  /** Plugin only: the server to forward to instead of running one here. */
  readonly remote: { readonly url: string; readonly token: string } | undefined;
  /** Server only: a token of scope `remote` that exists without having been created, so that Compose needs no hand. */
  readonly remoteToken: string | undefined;
  readonly trustedProxies: readonly string[];
  /** Address under which browsers reach the ingest listener. */
  readonly publicUrl: string;
  readonly grafanaUrl: string | undefined;
  /** Networks that probes may reach although they are not public. */
  readonly probeAllow: readonly string[];
  /** The name under which this process probes. */
  readonly location: string;
  /** The server that sends mail, and whom it says it is from. Undefined: nobody has set one. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** Networks and addresses that webhooks and Slack's `api_url` may lead to although they are not public. */
  readonly webhookAllow: readonly string[];
  /** A MaxMind-format file that tells the country of an address. */
  readonly geoipFile: string | undefined;
  /** Folder of files that hold rules and the like. */
  readonly provisioningDir: string;
  /** Numeric uid and gid under which a server started by root runs PostgreSQL. */
  readonly postgresUid: number;
}
