import type { Socket } from 'node:net';
import type { SeenCertificate } from '../certificate';

/** One request of an HTTP probe. */
export interface HttpQuestion {
  method: string;
  url: URL;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
}

/** What came back, as far as it was read. */
export interface HttpAnswer {
  status: number;
  /** Names in lower case; several of one name are joined by a comma. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** There was more than is looked at. */
  isCut: boolean;
  version: '1.1' | '2';
  address: string | undefined;
  certificate: SeenCertificate | undefined;
}

/** Sends a question over a connection that is made already. Calls `begun` with the first byte of the answer. */
export type Exchange = (
  socket: Socket,
  question: HttpQuestion,
  begun: () => void
) => Promise<Pick<HttpAnswer, 'status' | 'headers' | 'body' | 'isCut'>>;

/** Bytes of a body that are read: enough for any health page, and a bound for those of a gigabyte. */
export const mostBytes = 1024 * 1024;
