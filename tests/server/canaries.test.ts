import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { extract } from 'tar-stream';
import { systemClock } from '../../pkg/lib/Clock';
import { writeBackup } from '../../pkg/store/backup/writeBackup';
import type { Store } from '../../pkg/store/openStore';
import { adminOf } from '../../pkg/store/testing/adminOf';
import { forEachDatabase } from '../../pkg/store/testing/forEachDatabase';
import { openTestStore } from '../../pkg/store/testing/openTestStore';
import { scratchDirectory } from '../../pkg/store/testing/scratchDirectory';
import { ingestOf } from './ingestOf';

const admin = adminOf(1);

/** What must be nowhere in the database, in the clear or as base64. */
const canaries = [
  'canary.jane@corp.example',
  'Canary Jane Doe',
  'canary-external-id-4711',
  '198.51.100.77',
  '4111 1111 1111 1111',
  '4111111111111111',
  'DE89370400440532013000',
  'hunter2-canary-secret',
  'canary-token-abcdef',
];

/** A payload that names its visitor everywhere a careless page can. */
function payload(now: string): object {
  const [email, name, id, address, card, , iban, secret, token] = canaries;
  const attributes = {
    mail: email,
    who: `${name} (${id})`,
    ip: address,
    card,
    iban,
    password: secret,
    note: `call ${email}`,
  };
  return {
    meta: {
      app: { name: 'shop', version: '1.0.0' },
      user: { id, email, username: name, fullName: name, attributes: { mail: email } },
      session: { id: 'session-1', attributes: { owner: email, consent: 'granted' } },
      page: { url: `https://shop.example/u/${email}/orders?token=${token}&q=${email}#${token}` },
      browser: { name: 'Chrome', userAgent: `Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0 ${email}` },
    },
    events: [{ name: 'checkout', attributes, timestamp: now }],
    logs: [
      {
        message: `payment of ${email} from ${address} with ${card}`,
        level: 'info',
        context: attributes,
        timestamp: now,
      },
      { message: `refused: ${iban}, password=${secret}`, level: 'error', context: attributes, timestamp: now },
    ],
    exceptions: [
      {
        type: 'Error',
        value: `no account ${email}; Authorization: Bearer ${token}`,
        stacktrace: {
          frames: [{ function: 'pay', filename: `https://u:${secret}@shop.example/a.js?key=${token}`, lineno: 1 }],
        },
        context: attributes,
        timestamp: now,
      },
    ],
    measurements: [
      {
        type: 'web-vitals',
        values: { lcp: 1200 },
        context: { id: 'v1', element: `a[title="${email}"]` },
        timestamp: now,
      },
    ],
  };
}

/** Everything that a backup holds: the dump of every table. */
async function dumpText(file: string): Promise<string> {
  const parts: string[] = [];
  const archive = createReadStream(file).pipe(extract());
  for await (const entry of archive) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) {
      chunks.push(chunk as Buffer);
    }
    const bytes = Buffer.concat(chunks);
    parts.push((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'));
  }
  return parts.join('\n');
}

forEachDatabase('what a dump of the database shows of a visitor', (db) => {
  const scratch = scratchDirectory();
  const masterKey = randomBytes(32);
  let store: Store;
  let ingest: FastifyInstance;

  beforeAll(() => {
    store = openTestStore(db, { masterKey });
    ingest = ingestOf(store);
  });

  afterAll(async () => {
    await ingest.close();
    await store.close();
  });

  it('is no name, address, number or secret of theirs, although the page sent them everywhere', async () => {
    const app = await store.apps.create(admin, { name: 'shop', allowed_origins: ['*'], consent_mode: 'implied' });
    const now = new Date(systemClock.now()).toISOString();
    const answer = await ingest.inject({
      method: 'POST',
      url: `/collect/${app.keys[0]?.key}`,
      remoteAddress: canaries[3] ?? '',
      payload: payload(now),
    });
    expect(answer.json()).toEqual({ accepted: 5, rejected: [], dropped: {} });

    const file = join(scratch(), 'dump.tar');
    await writeBackup({ ownerUrl: db.ownerUrl, file, version: '0', encryptionKey: masterKey, clock: systemClock });
    const dump = await dumpText(file);
    // It is a dump of what was sent: the harmless parts are in it.
    expect(dump).toContain('checkout');
    expect(dump).toContain('https://shop.example/');
    for (const canary of canaries) {
      expect([canary, dump.includes(canary)]).toEqual([canary, false]);
      const encoded = Buffer.from(canary).toString('base64').replace(/=+$/, '');
      expect([encoded, dump.includes(encoded)]).toEqual([encoded, false]);
    }
  });
});
