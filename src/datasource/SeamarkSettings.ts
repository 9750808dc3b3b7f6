import type { DataSourceJsonData } from '@grafana/data';

/** What a datasource instance keeps in the open: nothing of its own, for the server's address is Grafana's `url`. */
export type SeamarkSettings = DataSourceJsonData;

/** What it keeps encrypted. */
export interface SeamarkSecrets {
  /** Token of scope `remote` of the server at `url`. */
  token?: string;
}
