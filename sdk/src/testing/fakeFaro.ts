import type { BrowserConfig, Faro, Instrumentation, MetaSession, TransportItem } from '@grafana/faro-web-sdk';
import type { FaroWeb } from '../faro/FaroWeb';

/** An item as Faro hands it to its hooks. */
export const item = (type: string, payload: object = {}, session?: MetaSession): TransportItem =>
  ({ type, payload, meta: session ? { session } : {} }) as unknown as TransportItem;

/** An instrumentation that writes down what is done with it. */
export function fakeInstrumentation(name: string, journal: string[]): Instrumentation {
  const fake = {
    name: `@grafana/faro-web-sdk:instrumentation-${name}`,
    initialize: () => journal.push(`${name} begins`),
    destroy: () => journal.push(`${name} ends`),
  };
  return fake as unknown as Instrumentation;
}

/** Faro without a network: what passed its hooks is in `sent`, what happened to its parts in `journal`. */
export function fakeFaro() {
  const journal: string[] = [];
  const sent: TransportItem[] = [];
  const configs: BrowserConfig[] = [];
  const listeners: Array<() => void> = [];
  let view: unknown;
  const send = (outgoing: TransportItem): void => {
    const passed = configs[0]?.beforeSend?.(outgoing);
    if (passed) {
      sent.push(passed);
    }
  };
  const faro = {
    config: {},
    api: {
      getSession: () => ({ id: 's1', attributes: { isSampled: 'true' } }),
      setView: (next: unknown) => (view = next),
      pushEvent: (name: string, attributes: object) => send(item('event', { name, attributes })),
    },
    metas: { addListener: (listener: () => void) => listeners.push(listener) },
    transports: { execute: send },
    instrumentations: { add: (...added: Instrumentation[]) => added.forEach((one) => one.initialize()) },
  } as unknown as Faro;
  class FetchTransport {}
  const web = {
    FetchTransport,
    getWebInstrumentations: () =>
      ['performance', 'errors', 'session'].map((name) => fakeInstrumentation(name, journal)),
    initializeFaro: (config: BrowserConfig) => {
      configs.push(config);
      config.instrumentations?.forEach((one) => one.initialize());
      return faro;
    },
  } as unknown as FaroWeb;
  return {
    web,
    faro,
    send,
    sent,
    journal,
    configs,
    notify: () => listeners.forEach((tell) => tell()),
    view: () => view,
  };
}
