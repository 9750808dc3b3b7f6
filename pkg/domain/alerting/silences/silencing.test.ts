import type { Mute } from './Mute';
import { maintenanceBetween, silencedAt } from './silencing';

const hour = 3_600_000;
const at = (text: string): number => Date.parse(text);
const silence = (from: number, to: number, value = '/cart'): Mute => ({
  kind: 'silence',
  id: `${from}`,
  name: `${from} to ${to}`,
  matchers: [{ name: 'page_path', operator: '=', value }],
  from,
  to,
});
const window = (more: Partial<Extract<Mute, { kind: 'maintenance window' }>> = {}): Mute => ({
  kind: 'maintenance window',
  id: 'w',
  name: 'nightly',
  matchers: [],
  services: ['api'],
  schedule: {
    timeZone: 'UTC',
    localStart: '2026-11-01T02:00',
    durationMinutes: 120,
    repeat: { every: 'day' },
    repeatUntil: null,
  },
  ...more,
});
const cart = { labels: { page_path: '/cart' } };
const api = { labels: {}, service: 'api' };

describe('who is silenced', () => {
  it('is what fits all matchers, from the start until before the end', () => {
    const mutes = [silence(10, 20)];
    expect([9, 10, 19, 20].map((t) => silencedAt(cart, mutes, t)?.until)).toEqual([undefined, 20, 20, undefined]);
    expect(silencedAt({ labels: { page_path: '/home' } }, mutes, 15)).toBeUndefined();
  });

  it('hears nothing until the last of those that follow each other ends', () => {
    const mutes = [silence(10, 20), silence(15, 40), silence(40, 50), silence(51, 60), silence(0, 99, '/home')];
    expect(silencedAt(cart, mutes, 12)).toMatchObject({ until: 50, by: { name: '10 to 20' } });
    expect(silencedAt(cart, mutes, 16)).toMatchObject({ until: 50, by: { name: '15 to 40' } });
  });

  it('is in a window by its service, by the label of that name, or by its labels', () => {
    const t = at('2026-11-29T03:00Z');
    expect(silencedAt(api, [window()], t)?.until).toBe(at('2026-11-29T04:00Z'));
    expect(silencedAt({ labels: { service_name: 'api' } }, [window()], t)).toBeDefined();
    expect(silencedAt({ labels: {}, service: 'web' }, [window()], t)).toBeUndefined();
    expect(silencedAt({ labels: {}, service: 'web' }, [window({ services: ['*'] })], t)).toBeDefined();
    expect(silencedAt(cart, [window({ services: ['*'] })], t)).toBeUndefined();
    const byLabel = window({ services: [], matchers: [{ name: 'page_path', operator: '=~', value: '/c.*' }] });
    expect(silencedAt(cart, [byLabel], t)).toBeDefined();
    expect(silencedAt(api, [byLabel], t)).toBeUndefined();
    expect(silencedAt(api, [window()], t + 2 * hour)).toBeUndefined();
  });

  it('by a window that never ends is found out in the end', () => {
    const always = window();
    if (always.kind === 'maintenance window') {
      always.schedule = { ...always.schedule, durationMinutes: 24 * 60 };
    }
    expect(silencedAt(api, [always], at('2026-11-29T03:00Z'))?.until).toBeGreaterThan(at('2027-06-01T00:00Z'));
  });
});

describe('maintenance of a service', () => {
  it('is told without overlaps and cut to the range', () => {
    const other = window({ id: 'x', services: ['*'] });
    if (other.kind === 'maintenance window') {
      other.schedule = { ...other.schedule, localStart: '2026-11-28T03:00', repeat: null };
    }
    const from = at('2026-11-28T03:30Z');
    expect(maintenanceBetween(api, [window(), other, silence(0, Infinity)], from, at('2026-11-29T02:30Z'))).toEqual([
      { from, to: at('2026-11-28T05:00Z') },
      { from: at('2026-11-29T02:00Z'), to: at('2026-11-29T02:30Z') },
    ]);
  });
});
