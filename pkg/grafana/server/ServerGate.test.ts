import { second } from '../../lib/duration';
import { silentLogger } from '../../lib/Logger';
import { OperatorError } from '../../lib/OperatorError';
import { manualClock } from '../../lib/testing/manualClock';
import { fakeServer, jsonAnswer } from '../testing/fakeServer';
import type { SeamarkServer } from './SeamarkServer';
import { NotReady, serverGate } from './ServerGate';

const server = fakeServer(() => jsonAnswer(200, {}));

/** `open` whose attempts the test settles one by one. */
function attempts() {
  const settle: Array<{ resolve: (server: SeamarkServer) => void; reject: (cause: unknown) => void }> = [];
  const open = () => new Promise<SeamarkServer>((resolve, reject) => settle.push({ resolve, reject }));
  return { open, settle };
}

function gateWith(open: () => Promise<SeamarkServer>) {
  const clock = manualClock();
  return { clock, gate: serverGate(open, clock, silentLogger) };
}

describe('serverGate', () => {
  it('lets calls wait that came before the server ran, also before it was started', async () => {
    const { open, settle } = attempts();
    const { gate } = gateWith(open);
    const early = gate.ready();
    gate.start();
    const later = gate.ready();
    settle[0]?.resolve(server);
    expect(await early).toBe(server);
    expect(await later).toBe(server);
  });

  it('answers a call that has waited long enough', async () => {
    const { gate, clock } = gateWith(attempts().open);
    gate.start();
    const call = gate.ready();
    const refused = expect(call).rejects.toThrow(/still starting/);
    await clock.advance(10 * second);
    await refused;
  });

  it('ends the wait of a caller who gave up', async () => {
    const { gate } = gateWith(attempts().open);
    gate.start();
    const caller = new AbortController();
    const call = gate.ready(caller.signal);
    caller.abort();
    await expect(call).rejects.toBeInstanceOf(NotReady);
  });

  it('lets no more than a bounded number wait', async () => {
    const { gate, clock } = gateWith(attempts().open);
    gate.start();
    const waiting = Array.from({ length: 256 }, () => gate.ready().catch(() => 'waited'));
    await expect(gate.ready()).rejects.toThrow(/still starting/);
    await clock.advance(10 * second);
    expect(await Promise.all(waiting)).toHaveLength(256);
  });

  it('says at once why it failed, and tries again', async () => {
    const { open, settle } = attempts();
    const { gate, clock } = gateWith(open);
    gate.start();
    const call = gate.ready();
    settle[0]?.reject(new OperatorError('Port 8027 is taken; set SEAMARK_INGEST_ADDR.'));
    await expect(call).rejects.toThrow('Port 8027 is taken; set SEAMARK_INGEST_ADDR.');
    await expect(gate.ready()).rejects.toThrow('Port 8027');
    await clock.advance(2 * second);
    settle[1]?.resolve(server);
    await clock.advance(0);
    expect(await gate.ready()).toBe(server);
  });

  it('keeps internals of an unforeseen failure to the log', async () => {
    const { gate } = gateWith(() => Promise.reject(new Error('password authentication failed for "x"')));
    gate.start();
    await expect(gate.ready()).rejects.toThrow(/log/);
  });

  it('stops a running server, and calls after it are told so', async () => {
    const stop = jest.fn(() => Promise.resolve());
    const { gate } = gateWith(() => Promise.resolve(fakeServer(() => jsonAnswer(200, {}), { stop })));
    gate.start();
    await gate.ready();
    await gate.stop();
    expect(stop).toHaveBeenCalledTimes(1);
    await expect(gate.ready()).rejects.toThrow(/stopping/);
  });

  it('stops a server that came up while it was stopping', async () => {
    const { open, settle } = attempts();
    const { gate } = gateWith(open);
    gate.start();
    const stopped = gate.stop();
    const stop = jest.fn(() => Promise.resolve());
    settle[0]?.resolve(fakeServer(() => jsonAnswer(200, {}), { stop }));
    await stopped;
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('tries no more once it stops', async () => {
    const open = jest.fn(() => Promise.reject(new OperatorError('no')));
    const { gate, clock } = gateWith(open);
    gate.start();
    await clock.advance(0);
    await gate.stop();
    await clock.advance(600 * second);
    expect(open).toHaveBeenCalledTimes(1);
  });
});
