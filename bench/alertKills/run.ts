import { Client } from 'pg';
import { ExternalPostgres } from '../faults/ExternalPostgres';
import { sleep } from '../kill/Traffic';
import { NotifiedServer } from '../notifications/NotifiedServer';
import { AlertLife, interval, type ToldLife } from './AlertLife';

/**
 * One error on two servers, of which one is killed with SIGKILL at every step of the alert's life: outside of
 * transactions, inside of them (they are held up by a lock that this program holds), and while messages are on their way.
 * The transitions must be the same and at most one evaluation late, and everybody told the same. Exit 1 otherwise.
 * `npm run bench:alert-kills`, seven minutes.
 */
async function main(): Promise<void> {
  const postgres = await ExternalPostgres.start();
  const spared = new AlertLife(await NotifiedServer.open(postgres, 'spared'));
  const killed = new AlertLife(await NotifiedServer.open(postgres, 'killed'));
  const both = [spared, killed];
  await Promise.all(both.map((life) => life.begin()));
  // Both in the same beat, so that their times can be compared.
  const first = Date.now() + 10_000;
  await Promise.all(both.map((life) => life.beatFrom(first)));
  const broke = Date.now();
  await Promise.all(both.map((life) => life.breaks(broke)));
  const kills: string[] = [];
  const [undisturbed, disturbed] = await Promise.all([live(spared), liveAndDie(killed, kills)]);
  console.log(`${kills.length} × SIGKILL: ${kills.join('; ')}`);
  const problems = compare(undisturbed, disturbed);
  problems.forEach((problem) => console.log(`WRONG: ${problem}`));
  await Promise.all([spared.server.close(), killed.server.close()]);
  postgres.remove();
  process.exitCode = problems.length === 0 ? 0 : 1;
}

async function live(life: AlertLife): Promise<ToldLife> {
  await life.is('active');
  // Only after the other one could be acknowledged at all.
  await sleep(70_000);
  await life.acknowledge();
  await life.is('resolved');
  await life.isQuiet();
  return life.told();
}

async function liveAndDie(life: AlertLife, kills: string[]): Promise<ToldLife> {
  const { server } = life;
  const { mails, slack } = server;
  const die = async (when: string, meanwhile?: () => Promise<unknown>): Promise<void> => {
    await server.kill(meanwhile);
    kills.push(when);
    console.log(`killed ${when}`);
  };
  const dieInside = async (when: string, table: string, begins: () => void = () => undefined): Promise<void> => {
    const lock = await Lock.on(server.database, table);
    begins();
    await life.until(when, () => lock.isWaitedFor());
    await die(when, () => lock.release());
  };
  const silence = async (when: string, methods: string[]): Promise<void> => {
    mails.faults.push({ at: 'data', what: 'silence' });
    methods.forEach((method) => slack.faults.push([method, 'silence']));
    await life.until(when, async () => mails.faults.length === 0 && slack.faults.length === 0);
    await die(when);
  };

  await life.remembers('pendingSince');
  await die('while pending');
  await dieInside('in the transaction that opens it', 'alert_history');
  await silence('while the opening is being sent', ['chat.postMessage']);

  // The mail is taken, and nobody hears of it.
  const taken = new Promise<Lock>((resolve) => {
    mails.beforeAnswer = async () => {
      mails.beforeAnswer = () => Promise.resolve();
      resolve(await Lock.on(server.database, 'notification_attempts'));
    };
  });
  const lock = await taken;
  await life.until('the note of the delivery', () => lock.isWaitedFor());
  await die('after the opening was sent and before that was noted', () => lock.release());

  await dieInside('in the transaction that acknowledges it', 'alert_history', () => {
    // Nobody is answered: the person tries again.
    void life.acknowledge().catch(() => undefined);
  });
  await life.is('active');
  await life.acknowledge();
  await die('once it is acknowledged');
  await life.remembers('recoveringSince');
  await die('while it recovers');
  await dieInside('in the transaction that resolves it', 'alert_history');
  await silence('while its end is being sent', ['chat.update']);
  await life.is('resolved');
  await life.isQuiet();
  return life.told();
}

/** A table that nobody else may write to, held by a session of its own. */
class Lock {
  readonly #session: Client;
  readonly #table: string;

  private constructor(session: Client, table: string) {
    this.#session = session;
    this.#table = table;
  }

  static async on(database: Client, table: string): Promise<Lock> {
    const { host, port, database: name, user, password } = database;
    const session = new Client({ host, port, user, ...(name && { database: name }), ...(password && { password }) });
    await session.connect();
    await session.query(`begin; lock table ${table} in share row exclusive mode`);
    return new Lock(session, table);
  }

  async isWaitedFor(): Promise<boolean> {
    const { rows } = await this.#session.query(
      'select 1 from pg_locks where relation = $1::regclass and not granted limit 1',
      [this.#table]
    );
    return rows.length > 0;
  }

  async release(): Promise<void> {
    await this.#session.end();
  }
}

function compare(spared: ToldLife, killed: ToldLife): string[] {
  const problems: string[] = [];
  const kinds = ({ transitions }: ToldLife): string => transitions.map(({ kind }) => kind).join(', ');
  if (kinds(spared) !== kinds(killed)) {
    problems.push(`transitions: ${kinds(killed)} instead of ${kinds(spared)}`);
  }
  const late = killed.transitions
    .map(({ kind, at }, index) => ({ kind, seconds: (at - (spared.transitions[index]?.at ?? at)) / 1000 }))
    // A person did it, when they did.
    .filter(({ kind }) => kind !== 'acknowledged');
  late.forEach(({ kind, seconds }) =>
    console.log(`${kind}: ${seconds.toFixed(1)} s later than the one that was spared`)
  );
  late
    .filter(({ seconds }) => seconds > interval + 1)
    .forEach(({ kind }) => problems.push(`${kind} came more than one evaluation late`));
  const sorted = ({ told }: ToldLife): string => told.toSorted().join(', ');
  console.log(`told: ${sorted(killed)}; missed evaluations: ${killed.missed}`);
  console.log(`arrived again: ${killed.repeated.join(', ') || 'nothing'}`);
  if (sorted(spared) !== sorted(killed)) {
    problems.push(`told ${sorted(killed)} instead of ${sorted(spared)}`);
  }
  // The one mail that was taken without anybody hearing of it; Slack can be asked.
  if (killed.repeated.length > 1 || killed.repeated.some((what) => !what.startsWith('mail Firing'))) {
    problems.push(`arrived more than once: ${killed.repeated.join(', ')}`);
  }
  return problems;
}

void main();
