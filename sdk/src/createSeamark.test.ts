import type { FaroWeb } from './faro/FaroWeb';
import { createSeamark } from './createSeamark';
import type { SeamarkOptions } from './SeamarkOptions';
import { fakeFaro, item } from './testing/fakeFaro';

const options: SeamarkOptions = { collectUrl: 'https://collect.example/collect/k', app: 'shop' };

function start(change: Partial<SeamarkOptions> = {}) {
  const fake = fakeFaro();
  return { ...fake, seamark: createSeamark(window, () => fake.web, { ...options, ...change }) };
}

describe('a page with Seamark', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('waits for a decision without a session and without a trace', () => {
    const { seamark, send, sent, journal } = start();
    send(item('measurement'));
    expect(seamark.state()).toMatchObject({ isAsking: true, choices: {}, signal: null });
    expect(sent).toHaveLength(0);
    expect(journal).toEqual(['errors begins']);
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });

  it('sends what waited once the visitor agrees, after the session has begun', () => {
    const { seamark, send, sent, journal } = start();
    send(item('measurement'));
    seamark.decide('granted');
    expect(journal).toEqual(['errors begins', 'performance begins', 'session begins']);
    expect(sent[0]?.meta.session).toMatchObject({ id: 's1', attributes: { consent: 'granted' } });
    expect(seamark.state().isAsking).toBe(false);
  });

  it('goes by purpose', () => {
    const { seamark, send, sent } = start();
    ['event', 'measurement', 'exception'].forEach((type) => send(item(type)));
    seamark.decide({ errors: 'granted', analytics: 'denied' });
    expect(sent.map(({ type }) => type)).toEqual(['exception']);
    expect(sent[0]?.meta.session?.attributes?.consent).toBe('analytics=denied,errors=granted');
    expect(seamark.state().isAsking).toBe(true);
  });

  it('remembers an opt-out over pages, and an opt-in afterwards', () => {
    start().seamark.optOut();
    const second = start();
    expect(second.seamark.state()).toMatchObject({ isAsking: false, fates: { errors: 'discard' } });
    second.seamark.optIn();
    expect(start().seamark.state().fates.errors).toBe('send');
  });

  it('ends the session on an opt-out, clears what Faro stored, and begins anew on an opt-in', () => {
    const { seamark, journal, notify } = start({ consent: 'implied' });
    sessionStorage.setItem('com.grafana.faro.session', '{}');
    localStorage.setItem('com.grafana.faro.session', '{}');
    seamark.optOut();
    expect([sessionStorage.length, localStorage.getItem('com.grafana.faro.session')]).toEqual([0, null]);
    sessionStorage.setItem('com.grafana.faro.session', '{"written":"by a listener that was left"}');
    notify();
    expect(sessionStorage).toHaveLength(0);
    seamark.optIn();
    expect(journal.slice(-3)).toEqual(['session begins', 'session ends', 'session begins']);
  });

  it('follows a decision of another tab', () => {
    const heard: boolean[] = [];
    const { seamark } = start({ onConsent: ({ isAsking }) => heard.push(isAsking) });
    localStorage.setItem('seamark.consent', 'denied');
    window.dispatchEvent(new StorageEvent('storage', { key: 'seamark.consent' }));
    expect(seamark.state().choices.errors).toBe('denied');
    expect(heard).toEqual([false]);
  });

  it('leaves remembering to the site where it says so', () => {
    start({ remember: false }).seamark.optOut();
    expect(localStorage).toHaveLength(0);
  });

  it('ignores choices that are none', () => {
    const { seamark } = start();
    seamark.decide({ analytics: 'yes', marketing: 'granted' } as never);
    seamark.decide(undefined as never);
    expect(seamark.state().choices).toEqual({});
  });

  it('names routes, and counts a page view for each that comes without a load', () => {
    const { configs, sent, view } = start({ consent: 'off', routeName: (path) => path.replace(/\d+/, ':id') });
    expect(view()).toEqual({ name: '/' });
    window.history.pushState(null, '', '/product/7');
    window.history.replaceState(null, '', '/product/7?size=1');
    expect(view()).toEqual({ name: '/product/:id' });
    expect(sent.map(({ payload }) => payload)).toEqual([{ name: 'page_view', attributes: { route: '/product/:id' } }]);
    expect(configs[0]?.pageTracking?.generatePageId?.(window.location)).toBe('/product/:id');
    window.history.pushState(null, '', '/');
  });
});

describe('a page whose Seamark cannot work', () => {
  const fail = (): never => {
    throw new Error('nothing works');
  };

  it.each<[string, Partial<SeamarkOptions>]>([
    ['no address', { collectUrl: '' }],
    ['callbacks that throw', { routeName: fail, onConsent: fail, onError: fail, faro: { beforeSend: fail } }],
    ['options of another kind', { purposes: 5 as never, faro: 'x' as never, consent: 7 as never }],
  ])('goes on with %s', (_, change) => {
    expect(() => {
      const { seamark, send } = start(change);
      send(item('event'));
      seamark.optIn();
      seamark.optOut();
      seamark.decide({ analytics: 'granted' });
      seamark.state();
      window.history.pushState(null, '', '/elsewhere');
    }).not.toThrow();
  });

  it('goes on without Faro, and says why to who asks', () => {
    const errors: unknown[] = [];
    const seamark = createSeamark(window, () => undefined as unknown as FaroWeb, {
      ...options,
      onError: (e) => errors.push(e),
    });
    expect(() => seamark.optIn()).not.toThrow();
    expect(seamark.faro).toBeUndefined();
    expect(errors[0]).toBeInstanceOf(TypeError);
  });

  it('goes on on a server, where there is no page', () => {
    const seamark = createSeamark(undefined, () => fakeFaro().web, options);
    expect(() => seamark.optIn()).not.toThrow();
    expect(seamark.faro).toBeUndefined();
  });

  it('sends nothing where the site cannot say what may be sent', () => {
    const { seamark, send, sent } = start({ faro: { beforeSend: fail } });
    seamark.optIn();
    send(item('event'));
    expect(sent).toHaveLength(0);
  });
});
