import { Client } from 'pg';

/** Host, port and database of a URL for people to read; never the password. */
export function databaseAddress(url: string): string {
  const { host, port, database } = new Client({ connectionString: url });
  const place = host.startsWith('/') ? host : `${host}:${port}`;
  return `${place}, database "${database ?? ''}"`;
}
