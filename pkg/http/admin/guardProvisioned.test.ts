import { createAdminApp } from './createAdminApp';
import { fakeDependencies, secrets } from './testing/fakeDependencies';

const id = '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f';

function story(files: ReadonlyMap<string, string>) {
  const app = createAdminApp({
    ...fakeDependencies(),
    codeKinds: [
      {
        name: 'silences',
        path: '/silences',
        role: 'Editor',
        read: () => ({ name: '' }),
        list: async () => [{ id, name: 'one', entry: { name: 'one' } }],
        create: async () => id,
        update: async () => undefined,
        delete: async () => undefined,
      },
    ],
    provisioned: { files: async (_orgId, kind) => (kind === 'silences' ? files : new Map()) },
  });
  return async (method: 'GET' | 'PATCH' | 'DELETE' | 'POST', path: string, payload?: object) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${secrets.admin}` },
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, text: answer.payload };
  };
}

describe('what comes from a file', () => {
  const call = story(new Map([[id, 'team/web.yaml']]));

  it('is changed and deleted there only, and says so', async () => {
    for (const method of ['PATCH', 'DELETE'] as const) {
      const { status, text } = await call(method, `/silences/${id}`, method === 'PATCH' ? { comment: 'x' } : undefined);
      expect([status, text]).toEqual([409, expect.stringContaining('team/web.yaml')]);
    }
    expect(JSON.parse((await call('GET', `/silences/${id}`)).text)).toMatchObject({ id, provisioned: true });
    expect(JSON.parse((await call('GET', '/silences')).text).items[0]).toMatchObject({ id, provisioned: true });
  });

  it('does not keep others from being changed', async () => {
    expect((await call('PATCH', `/alert-rules/${id}`, { severity: 'low' })).status).toBe(200);
    const free = story(new Map());
    expect((await free('DELETE', `/silences/${id}`)).status).toBe(204);
    expect(JSON.parse((await free('GET', `/silences/${id}`)).text)).not.toHaveProperty('provisioned');
  });

  it('is exported as YAML, all or one', async () => {
    expect((await call('GET', '/alert-rules/export')).text).toBe(
      'apiVersion: 1\norg_id: 1\nsilences:\n  - name: one\n'
    );
    expect((await call('GET', `/alert-rules/export?id=${id.replace('0b', '1b')}`)).text).toBe(
      'apiVersion: 1\norg_id: 1\n'
    );
  });

  it('is imported with an answer for every entry', async () => {
    const { status, text } = await call('POST', '/alert-rules/import', { yaml: 'silences: [x]', dry_run: true });
    expect([status, JSON.parse(text)]).toEqual([
      200,
      { dry_run: true, items: [], problems: ['import: silences[0]: must be a mapping of fields'] },
    ]);
  });
});
