import type { CheckKeeper, HealthCheckRepository, KeptCheck } from '../checks/HealthCheckRepository';
import { healthChecksAsCode } from './healthChecks';

const who: CheckKeeper = { orgId: 1, login: 'file' };
const nothing = async () => undefined;

function kindOver(stored: Partial<KeptCheck>[]) {
  const updates: unknown[] = [];
  const checks: HealthCheckRepository = {
    list: async () => ({ items: stored as KeptCheck[], next_cursor: null }),
    create: async () => ({ id: 'made' }) as KeptCheck,
    update: async (_who, _id, change) => void updates.push(change),
    delete: async () => true,
    secrets: async () => ({}),
    ...{ get: nothing, results: nothing, uptime: nothing },
  };
  return { updates, kind: healthChecksAsCode(checks, () => undefined) };
}

const entry = { name: 'api', kind: 'http', settings: { url: 'https://shop.example/' } };

describe('health checks in files', () => {
  it('are read with their defaults, under the name of their service', () => {
    const { kind } = kindOver([]);
    expect(kind.read(entry, who)).toMatchObject({ ...entry, interval_seconds: 60, timeout_ms: 10_000 });
    expect(() => kind.read({ ...entry, nmae: 'x' }, who)).toThrow('nmae');
    expect(() => kind.read({ ...entry, name: '' }, who)).toThrow('"name"');
  });

  it('look the same as what is stored of them, so that nothing is written without need', async () => {
    const { kind } = kindOver([]);
    const { name, ...settings } = kind.read(entry, who);
    const stored = { id: 'a', service_name: name, ...settings, status: 'healthy', version: 3 } as Partial<KeptCheck>;
    const own = { id: 'b', service_name: 'seamark jobs', ...settings } as Partial<KeptCheck>;
    const listed = await kindOver([stored, own]).kind.list(who);
    expect(listed).toEqual([{ id: 'a', name: 'api', entry: kind.read(entry, who) }]);
  });

  it('lose the secrets that a file no longer holds', async () => {
    const { kind, updates } = kindOver([]);
    await kind.update(who, 'a', entry);
    expect(updates).toEqual([expect.objectContaining({ service_name: 'api', secrets: {} })]);
  });
});
