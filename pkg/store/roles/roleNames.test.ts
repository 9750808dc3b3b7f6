import { roleNames } from './roleNames';

describe('roleNames', () => {
  it('carry the name of the database', () => {
    expect(roleNames('seamark')).toEqual({
      ingest: 'seamark_seamark_ingest',
      app: 'seamark_seamark_app',
      query: 'seamark_seamark_query',
      jobs: 'seamark_seamark_jobs',
    });
  });

  it.each(['x'.repeat(63), 'ü'.repeat(31)])('are never cut by PostgreSQL: %s', (database) => {
    for (const name of Object.values(roleNames(database))) {
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
      expect(name).not.toContain('\uFFFD');
    }
  });

  it('differ for databases that differ only where they would be cut', () => {
    const [one, two] = [roleNames(`${'x'.repeat(62)}1`), roleNames(`${'x'.repeat(62)}2`)];
    expect(one.app).not.toBe(two.app);
  });
});
