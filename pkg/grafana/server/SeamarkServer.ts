/** A request to a Seamark server, whether it runs in this process or elsewhere. */
export interface ServerRequest {
  method: string;
  /** Path and query string, starting with a slash. */
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: Uint8Array;
  signal?: AbortSignal;
}

export interface ServerResponse {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  body: Uint8Array | AsyncIterable<Uint8Array>;
}

/** What stands behind the plugin: the server in this process, or one that it forwards to. */
export interface SeamarkServer {
  readonly mode: 'embedded' | 'remote';
  /** A token of scope `remote`: the bearer of every request, and the key under which identities are signed. */
  readonly token: string;
  /** Never rejects for an answer of any status. Rejects with OperatorError where the server cannot be reached. */
  send(request: ServerRequest): Promise<ServerResponse>;
  /** The server's metrics as Prometheus text. */
  metrics(): Promise<string>;
  /** Orderly and within a second and a half, for Grafana kills what lasts longer than two. */
  stop(): Promise<void>;
}
