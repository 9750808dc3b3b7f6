import { OperatorError } from '../../lib/OperatorError';
import { contextOf } from '../testing/contextOf';
import { fakeServer, jsonAnswer } from '../testing/fakeServer';
import type { RemoteAddress } from './remoteServer';
import { serverFor } from './serverFor';

const own = fakeServer(() => jsonAnswer(200, {}), { token: 'of the plugin' });
const gate = { ready: () => Promise.resolve(own), start: () => undefined, stop: () => Promise.resolve() };

function find(settings?: { url?: string; token?: string }) {
  const connected: RemoteAddress[] = [];
  const connect = (address: RemoteAddress) => {
    connected.push(address);
    return fakeServer(() => jsonAnswer(200, {}), { token: address.token, mode: 'remote' });
  };
  const found = serverFor(gate, connect)(settings === undefined ? undefined : contextOf('Admin', 'jo', settings));
  return { found, connected };
}

describe('serverFor', () => {
  it("is the plugin's server where the datasource names none", async () => {
    expect(await find({}).found).toBe(own);
    expect(await find({ url: '  ', token: 'left over' }).found).toBe(own);
  });

  it("is the plugin's server for a call that comes through no datasource", async () => {
    expect(await find().found).toBe(own);
  });

  it("is the datasource's own, with its own token", async () => {
    const { found, connected } = find({ url: 'http://other:8028', token: 'of the datasource' });
    expect((await found).token).toBe('of the datasource');
    expect(connected).toEqual([{ url: 'http://other:8028', token: 'of the datasource' }]);
  });

  it("never gives the plugin's token to a datasource's server", async () => {
    const { found, connected } = find({ url: 'http://evil.example' });
    await expect(found).rejects.toBeInstanceOf(OperatorError);
    expect(connected).toEqual([]);
  });
});
