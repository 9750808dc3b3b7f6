import type { FastifyInstance } from 'fastify';
import { createAdminApp } from '../createAdminApp';
import { fakeDependencies, secrets } from '../testing/fakeDependencies';

describe('what sessions did', () => {
  let app: FastifyInstance;

  beforeAll(() => {
    app = createAdminApp(fakeDependencies());
  });
  afterAll(() => app.close());

  const get = async (query: string) => {
    const url = `/api/v1/behaviour-patterns${query}`;
    const answer = await app.inject({ url, headers: { authorization: `Bearer ${secrets.read}` } });
    return { status: answer.statusCode, body: answer.json() };
  };

  it('is added up over a year unless days are named, for every Viewer', async () => {
    expect(await get('?pattern=feature')).toEqual({
      status: 200,
      body: {
        items: [{ pattern: 'feature', steps: ['2025-11-24', '2026-11-23'], occurrences: 100, sessions: 1 }],
        next_cursor: null,
      },
    });
    expect((await get('?pattern=exit_page&from=2026-01-01&to=2026-01-31&limit=5')).body.items).toEqual([
      { pattern: 'exit_page', steps: ['2026-01-01', '2026-01-31'], occurrences: 5, sessions: 1 },
    ]);
  });

  it.each([
    '',
    '?pattern=people',
    '?pattern=feature&from=soon',
    '?pattern=feature&limit=0',
    '?pattern=feature&from=2026-12-01',
  ])('refuses %j', async (query) => {
    expect(await get(query)).toMatchObject({ status: 400, body: { error: { code: 'bad_request' } } });
  });
});
