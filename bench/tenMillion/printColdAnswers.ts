import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { asker, timed } from './asker';
import { openDatabase } from './openDatabase';
import { questions } from './questions';

/** Tells Linux to keep nothing of any file in memory; only root may (Documentation/admin-guide/sysctl/vm.rst). */
const dropCaches = '/proc/sys/vm/drop_caches';

/**
 * Each question as the first one ever: PostgreSQL was started again and the machine has forgotten its files. Prints the
 * milliseconds of the first answer, and of the second.
 */
export async function printColdAnswers(dataDir: string, range: { from: number; to: number }): Promise<void> {
  console.log('\n| first question after a start, files not in memory | first answer | second |\n| --- | --- | --- |');
  for (const [name, part] of questions) {
    execFileSync('sync');
    writeFileSync(dropCaches, '3');
    const database = await openDatabase(dataDir);
    const ask = asker(database.pool('query', 1), range, true);
    const [first, second] = [await timed(() => ask(part)), await timed(() => ask(part))];
    console.log(`| ${name} | ${first.toFixed(0)} ms | ${second.toFixed(0)} ms |`);
    await database.stop();
  }
}
