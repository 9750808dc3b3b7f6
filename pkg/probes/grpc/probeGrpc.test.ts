import { Server, ServerCredentials, status, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire';
import { createServer, type Socket } from 'node:net';
import { listening, probing } from '../testing/probing';

const definition = {
  check: {
    path: '/grpc.health.v1.Health/Check',
    requestStream: false as const,
    responseStream: false as const,
    requestSerialize: (value: Buffer) => value,
    requestDeserialize: (bytes: Buffer) => bytes,
    responseSerialize: (value: Buffer) => value,
    responseDeserialize: (bytes: Buffer) => bytes,
  },
};
const statuses: Record<string, number> = { '': 1, cart: 1, payment: 2 };

const implementation: UntypedServiceImplementation = {
  check: (
    call: { request: Buffer },
    done: (error: { code: status; details: string } | null, answer?: Buffer) => void
  ) => {
    const reader = new BinaryReader(call.request);
    const service = reader.len > 0 && reader.tag()[0] === 1 ? reader.string() : '';
    const answer = statuses[service];
    if (answer === undefined) {
      done({ code: status.NOT_FOUND, details: 'secret inventory' });
    } else {
      done(null, Buffer.from(new BinaryWriter().uint32(8).int32(answer).finish()));
    }
  },
};

describe('a gRPC probe', () => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    server = new Server();
    server.addService(definition, implementation);
    port = await new Promise<number>((resolve, reject) =>
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
        error === null ? resolve(bound) : reject(error)
      )
    );
  });
  afterAll(() => server.forceShutdown());

  const look = (service?: string, at = port, timeoutMs = 5000) =>
    probing({
      kind: 'grpc',
      settings: { host: 'api.example', port: at, ...(service !== undefined && { service }) },
      timeoutMs,
    });

  it('passes where the server, or one of its services, is serving', async () => {
    expect(await look()).toMatchObject({ outcome: 'passed', details: { status: 'SERVING' } });
    expect(await look('cart')).toMatchObject({ outcome: 'passed' });
  });

  it('fails where it is not', async () => {
    expect(await look('payment')).toMatchObject({ error: 'status is NOT_SERVING, expected: = SERVING' });
  });

  it('fails where the service is not known, without repeating what the server writes', async () => {
    expect((await look('none')).error).toBe('the server does not know that service');
  });

  it('fails by a server that says nothing', async () => {
    const held: Socket[] = [];
    const silent = createServer((socket) => held.push(socket.on('error', () => undefined)));
    const { error } = await look('cart', await listening(silent), 300);
    silent.close();
    held.forEach((socket) => socket.destroy());
    expect(error).toBe('no answer within 0.3 s');
  });
});
