import { createSocket, type Socket } from 'node:dgram';
import { decode, encode, type Answer } from 'dns-packet';
import type { AddressInfo } from 'node:net';
import { probing } from '../testing/probing';

const records: Answer[] = [
  { type: 'A', name: 'shop.example', data: '192.0.2.2' },
  { type: 'A', name: 'shop.example', data: '192.0.2.1' },
  { type: 'MX', name: 'shop.example', data: { preference: 10, exchange: 'mx.example' } },
  { type: 'TXT', name: 'shop.example', data: ['v=spf1', ' -all'] },
];

describe('a DNS probe', () => {
  let server: Socket;
  let resolver: string;
  beforeAll(async () => {
    server = createSocket('udp4');
    server.on('message', (message, { port, address }) => {
      const { id, questions = [] } = decode(message);
      const [question] = questions;
      if (question === undefined || question.name === 'silent.example') {
        return;
      }
      const answers = records.filter(({ name, type }) => name === question.name && type === question.type);
      const isKnown = records.some(({ name }) => name === question.name);
      const flags = isKnown ? 0x0180 : 0x0183;
      server.send(encode({ type: 'response', id: id ?? 0, flags, questions, answers }), port, address);
    });
    await new Promise<void>((done) => server.bind(0, '127.0.0.1', done));
    resolver = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => void server.close());

  const look = (
    name: string,
    record: 'A' | 'MX' | 'TXT' | 'NS',
    more: Partial<Parameters<typeof probing<'dns'>>[0]> = {}
  ) => probing({ kind: 'dns', settings: { name, record, resolver }, ...more });

  it('passes where there is an answer, and knows all of them', async () => {
    const assertions = [
      { source: 'answer', operator: 'contains' as const, value: '192.0.2.1' },
      { source: 'answer_count', operator: '=' as const, value: 2 },
    ];
    expect(await look('shop.example', 'A', { assertions })).toMatchObject({
      outcome: 'passed',
      details: { answers: ['192.0.2.1', '192.0.2.2'] },
    });
  });

  it.each([
    ['MX' as const, 'mx.example 10'],
    ['TXT' as const, 'v=spf1 -all'],
  ])('reads %s records', async (record, answer) => {
    expect((await look('shop.example', record)).details.answers).toEqual([expect.stringMatching(wordsOf(answer))]);
  });

  it('fails where there is no such name, and where the name has no such record', async () => {
    expect(await look('none.example', 'A')).toMatchObject({ error: 'no such name' });
    expect(await look('shop.example', 'NS')).toMatchObject({ error: 'the name has no such record' });
  });

  it('fails where the resolver says nothing', async () => {
    expect(await look('silent.example', 'A', { timeoutMs: 200 })).toMatchObject({ error: 'no answer within 0.2 s' });
  });

  it('never asks a resolver at an address that nobody allowed', async () => {
    const settings = { name: 'shop.example', record: 'A' as const, resolver: '192.168.0.1:53' };
    expect((await probing({ kind: 'dns', settings })).error).toMatch(/^192\.168\.0\.1 is a private network/);
  });
});

/** All words, in any order. */
function wordsOf(text: string): RegExp {
  return new RegExp(
    text
      .split(' ')
      .map((word) => `(?=.*${word.replaceAll('.', '\\.')})`)
      .join('')
  );
}
