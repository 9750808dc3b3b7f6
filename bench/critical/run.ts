import { parseArgs } from 'node:util';
import type { AlertRuleDetail } from '../../src/contract/resources/alertRules';
import { ExternalPostgres } from '../faults/ExternalPostgres';
import { sleep } from '../kill/Traffic';
import { NotifiedServer } from '../notifications/NotifiedServer';
import { percentile } from '../percentile';

/** Milliseconds from the moment at which a client begins to send an error. */
interface Waits {
  stored: number[];
  mailed: number[];
  posted: number[];
}

/**
 * Sends critical errors one by one, each of a page of its own, to a real server, and measures when mail and Slack message
 * about it have arrived at their servers. The rule is the one that comes with the organisation, with two channels.
 * `npm run bench:critical -- --errors 200 --pause 500`
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { errors: { type: 'string', default: '200' }, pause: { type: 'string', default: '500' } },
  });
  const postgres = await ExternalPostgres.start();
  const server = await NotifiedServer.open(postgres, 'critical');
  await server.admin.call('PATCH', `/apps/${server.app.id}`, {
    severity_rules: [{ severity: 'critical', type: 'PaymentError' }],
  });
  const { items } = await server.admin.call<{ items: AlertRuleDetail[] }>('GET', '/alert-rules');
  const rule = items.find(({ name }) => name === 'Critical errors');
  const channels = { notification_channels: ['mail', 'slack'], max_label_sets: 1000 };
  await server.admin.call('PATCH', `/alert-rules/${rule?.id}`, channels);
  // The app's rules over severities are read anew by then.
  await sleep(6_000);

  const waits = await measure(server, Number(values.errors), Number(values.pause));
  await server.close();
  postgres.remove();
  const missing = Number(values.errors) * 2 - waits.mailed.length - waits.posted.length;
  console.log(`| critical error sent → stored | ${shown(waits.stored)} |`);
  console.log(`| … → mail at the mail server | ${shown(waits.mailed)} |`);
  console.log(`| … → message at Slack | ${shown(waits.posted)} |`);
  console.log(`| messages missing after 30 s | ${missing} |`);
  process.exitCode = missing === 0 ? 0 : 1;
}

async function measure(server: NotifiedServer, errors: number, pauseMs: number): Promise<Waits> {
  const sent = new Map<string, number>();
  const waits: Waits = { stored: [], mailed: [], posted: [] };
  const seen = { mails: 0, messages: 0 };
  const look = (): void => {
    const now = performance.now();
    for (const { text = '' } of server.mails.mails.slice(seen.mails)) {
      note(waits.mailed, text, sent, now);
    }
    for (const { attachments } of server.slack.messages.slice(seen.messages)) {
      note(waits.posted, JSON.stringify(attachments), sent, now);
    }
    seen.mails = server.mails.mails.length;
    seen.messages = server.slack.messages.length;
  };
  const watch = setInterval(look, 5);
  for (let index = 0; index < errors; index += 1) {
    const page = `/till-${pageName(index)}`;
    const start = performance.now();
    sent.set(page, start);
    const exception = { type: 'PaymentError', value: 'card was refused', timestamp: new Date().toISOString() };
    await server.collect([exception], page);
    waits.stored.push(performance.now() - start);
    await sleep(pauseMs * (0.5 + Math.random()));
  }
  for (const end = Date.now() + 30_000; Date.now() < end && waits.mailed.length + waits.posted.length < errors * 2;) {
    await sleep(100);
  }
  clearInterval(watch);
  return waits;
}

/** Errors that one evaluation finds are one message. */
function note(waits: number[], text: string, sent: ReadonlyMap<string, number>, now: number): void {
  for (const page of new Set(text.match(/(?<=on )\/till-[a-z]+/g))) {
    const start = sent.get(page);
    if (start !== undefined) {
      waits.push(now - start);
    }
  }
}

/** Letters alone: numbers in a path are folded, for they name things and not pages. */
function pageName(index: number): string {
  return index.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
}

function shown(waits: readonly number[]): string {
  const sorted = waits.toSorted((one, other) => one - other);
  const at = (share: number): string => ((percentile(sorted, share) ?? Number.NaN) / 1000).toFixed(2);
  return `median ${at(0.5)} s, p99 ${at(0.99)} s, most ${at(1)} s of ${sorted.length}`;
}

void main();
