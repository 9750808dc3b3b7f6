import { Server, ServerCredentials, status, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire';
import { createServer, type Socket } from 'node:net';
import { createAuthority, createCertificate, type TestCertificate } from '../testing/authority';
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

  describe('through TLS', () => {
    let authority: TestCertificate;
    const servers: Server[] = [];
    beforeAll(async () => {
      authority = await createAuthority();
    });
    afterAll(() => servers.forEach((each) => each.forceShutdown()));

    /** The same service behind a certificate for this name. */
    const behind = async (name: string, days: number, isSigned = true, verify_certificate = true) => {
      const { cert, private: key } = await createCertificate(name, days, isSigned ? authority : undefined);
      const secure = new Server();
      servers.push(secure);
      secure.addService(definition, implementation);
      const pair = { cert_chain: Buffer.from(cert), private_key: Buffer.from(key) };
      const at = await new Promise<number>((resolve, reject) =>
        secure.bindAsync('127.0.0.1:0', ServerCredentials.createSsl(null, [pair]), (error, bound) =>
          error === null ? resolve(bound) : reject(error)
        )
      );
      const settings = { host: 'api.example', port: at, tls: true, verify_certificate };
      return probing({ kind: 'grpc', settings }, [authority.cert]);
    };

    it('passes where the certificate is good', async () => {
      expect(await behind('api.example', 90)).toMatchObject({ outcome: 'passed', details: { status: 'SERVING' } });
    });

    it.each([
      ['has expired', 'api.example', -3, true, 'the certificate has expired'],
      ['is for another name', 'www.example', 90, true, 'the certificate is for another name'],
      ['signs itself', 'api.example', 90, false, 'the certificate is self-signed'],
    ])('fails by a certificate that %s, unless it need not be valid', async (_what, name, days, isSigned, error) => {
      expect(await behind(name, days, isSigned)).toMatchObject({ outcome: 'failed', error });
      expect(await behind(name, days, isSigned, false)).toMatchObject({ outcome: 'passed' });
    });
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
