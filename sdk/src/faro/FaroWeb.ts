import type * as faroWebSdk from '@grafana/faro-web-sdk';

/** What is needed of Faro: imported, or the global of its own script. */
export type FaroWeb = Pick<typeof faroWebSdk, 'FetchTransport' | 'getWebInstrumentations' | 'initializeFaro'>;
