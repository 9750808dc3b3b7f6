import { knownSchema, migrations } from './migrations';

describe('migrations', () => {
  it('are numbered from 1 without gaps', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_migration, index) => index + 1));
    expect(knownSchema).toBe(migrations.length);
  });

  it('have names of their own', () => {
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  });

  const roles = { ingest: '"i"', app: '"a"', query: '"q"', jobs: '"j"' };
  const statements = migrations.flatMap((migration) => migration.statements(roles));

  it('ask nothing in a policy that a distributed table refuses', () => {
    const policies = statements.filter((statement) => statement.startsWith('create policy'));
    expect(policies.length).toBeGreaterThan(20);
    expect(policies.filter((policy) => /\(\s*select|exists/i.test(policy))).toEqual([]);
  });

  it('let ids come from the program: version 7 is made by PostgreSQL 18 only', () => {
    expect(statements.filter((statement) => /uuidv7|gen_random_uuid/i.test(statement))).toEqual([]);
  });
});
