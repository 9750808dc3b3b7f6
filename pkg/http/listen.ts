import type { FastifyInstance } from 'fastify';
import type { ListenAddress } from '../config/Config';
import { OperatorError } from '../lib/OperatorError';

/** What a person can do about the ways in which binding an address fails. */
const advice: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is taken by another program',
  EACCES: 'this user may not open that port',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such host name',
};

/**
 * Binds the app and answers the address it is reached under. Throws OperatorError that names `setting`.
 */
export async function listen(app: FastifyInstance, address: ListenAddress, setting: string): Promise<string> {
  try {
    return await app.listen(address);
  } catch (cause) {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
    const reason = advice[code];
    if (reason === undefined) {
      throw cause;
    }
    throw new OperatorError(`Cannot listen on ${address.host}:${address.port}: ${reason}. Change ${setting}.`, {
      cause,
    });
  }
}
