import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { failed, type Observation } from '../../domain/health/probing/Observation';
import { certificateOf, daysLeft } from '../certificate';
import { openConnection } from '../openConnection';
import type { Probe } from '../Probe';
import { Stopwatch } from '../Stopwatch';
import { NoSmtp, SmtpReplies, type SmtpReply } from './SmtpReplies';
import { startTls } from './startTls';

const standardPort = 25;
const ready = 220;
const done = 250;
/** Who asks: an address literal, for a probe has no name that could be looked up (RFC 5321, section 4.1.3). */
const hello = 'EHLO [127.0.0.1]';

/** Meets a mail server and leaves: its greeting, what it offers, and its certificate where TLS is asked for. */
export const probeSmtp: Probe<'smtp'> = async (settings, _secrets, edges) => {
  const { host, port = standardPort, encryption = 'none', verify_certificate: verify = true } = settings;
  const watch = new Stopwatch(edges.monotonic);
  const tls = encryption === 'tls' ? { tls: { rejectUnauthorized: verify } } : {};
  let socket: Socket = await openConnection({ host, port, ...tls }, edges, watch);
  try {
    let replies = new SmtpReplies(socket, edges.signal);
    const greeting = await replies.next();
    watch.ended('first_byte');
    if (greeting.code !== ready) {
      return refused('greets', greeting, ready, watch);
    }
    let offer = await replies.ask(hello);
    const offered = new Set(offer.lines.slice(1));
    if (encryption === 'starttls' && offer.code === done) {
      if (!offered.has('STARTTLS')) {
        return failed('the server does not offer STARTTLS', timed(watch));
      }
      const change = await replies.ask('STARTTLS');
      if (change.code !== ready) {
        return refused('answers to STARTTLS', change, ready, watch);
      }
      replies.release();
      watch.ended('transfer');
      socket = await startTls(socket, { host, verify }, edges);
      watch.ended('tls');
      replies = new SmtpReplies(socket, edges.signal);
      offer = await replies.ask(hello);
      offer.lines.slice(1).forEach((extension) => offered.add(extension));
    }
    if (offer.code !== done) {
      return refused('answers to EHLO', offer, done, watch);
    }
    watch.ended('transfer');
    socket.write('QUIT\r\n');
    const certificate = socket instanceof TLSSocket ? certificateOf(socket) : undefined;
    const extensions = [...offered].sort();
    const facts: Record<string, string | number | undefined> = {
      greeting: greeting.lines.join(' '),
      extensions: extensions.join(', '),
      certificate_days: certificate && daysLeft(certificate, edges.now()),
      duration: watch.elapsed,
    };
    return {
      ...timed(watch),
      failure: null,
      find: (source) => facts[source],
      details: {
        greeting: facts.greeting,
        extensions,
        address: socket.remoteAddress,
        ...(certificate && { certificate, certificate_expires_at: certificate.expires_at }),
      },
    };
  } catch (error) {
    if (error instanceof NoSmtp) {
      return failed(error.message, timed(watch));
    }
    throw error;
  } finally {
    socket.destroy();
  }
};

function refused(what: string, { code }: SmtpReply, expected: number, watch: Stopwatch): Observation {
  return failed(`the server ${what} with ${code}, expected: ${expected}`, timed(watch));
}

function timed(watch: Stopwatch): Pick<Observation, 'durationMs' | 'phases'> {
  return { durationMs: watch.elapsed, phases: watch.phases };
}
