import { systemClock } from '../../lib/Clock';
import { silentLogger } from '../../lib/Logger';
import { startEmbeddedPostgres } from '../embedded/startEmbeddedPostgres';

/**
 * A server that can be killed: holds the data directory named by its argument, prints the owner's URL once the database
 * is there (or the error), and stops in order when its input ends.
 */
async function hold(dataDir: string): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir, uid: 65534, logger: silentLogger, clock: systemClock });
  process.stdout.write(`${postgres.ownerUrl}\n`);
  process.stdin.resume().on('end', () => void postgres.stop());
}

hold(process.argv[2] ?? '').catch((error: unknown) => {
  process.stdout.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
