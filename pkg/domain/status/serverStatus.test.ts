import { serverStatus, type ServerFacts } from './serverStatus';

const well: ServerFacts = {
  version: '1.0.0',
  ingestUrl: 'http://127.0.0.1:8027',
  mode: 'external',
  database: { version: '18.4', sizeBytes: 1000, schema: 8 },
  knownSchema: 8,
  keyWasGenerated: false,
  severalGrafanas: false,
};

const messages = (facts: Partial<ServerFacts>) =>
  serverStatus({ ...well, ...facts }).findings.map(({ level, message }) => `${level}: ${message}`);

describe('the status of the server', () => {
  it('is ok and says nothing where nothing is wrong', () => {
    expect(serverStatus(well)).toMatchObject({ ok: true, findings: [] });
  });

  it('is not ok while the database is away, and says what happens to clients meanwhile', () => {
    const status = serverStatus({ ...well, database: undefined });
    expect(status.ok).toBe(false);
    expect(status.database).toEqual({ mode: 'external', version: null, size_bytes: null, schema: null });
    expect(messages({ database: undefined })).toEqual([expect.stringContaining('SEAMARK_DATABASE_URL')]);
  });

  it('tells missing migrations from a database that is too new', () => {
    expect(messages({ knownSchema: 9 })).toEqual([expect.stringContaining('seamark migrate')]);
    expect(messages({ knownSchema: 7 })).toEqual([expect.stringContaining('update Seamark')]);
  });

  it('stays ok with warnings: a key beside its data, and replicas with a database each', () => {
    const status = serverStatus({ ...well, mode: 'embedded', keyWasGenerated: true, severalGrafanas: true });
    expect(status.ok).toBe(true);
    expect(status.findings.map(({ level }) => level)).toEqual(['warning', 'warning']);
  });

  it('has no objection to replicas that share an external database', () => {
    expect(messages({ severalGrafanas: true })).toEqual([]);
  });
});
