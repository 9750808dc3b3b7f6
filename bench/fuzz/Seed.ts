/** One kind of request to be changed in many ways. */
export interface Seed {
  path: string;
  contentType: string;
  /** Lines of JSON, of which one is changed; undefined for bodies that are bytes. */
  lines: readonly unknown[] | undefined;
  bytes: Buffer;
}

export interface SeedKeys {
  browserKey: string;
  serverKey: string;
  number: number;
}
