import * as faroWebSdk from '@grafana/faro-web-sdk';
import { startOnce } from './startOnce';

/** Starts watching the page; called again, it answers with what is running. Never throws. */
export const startSeamark = startOnce(() => faroWebSdk);

export type { ConsentMode, Fate } from './consent/decideSending';
export type { Choice, Choices, Purpose } from './consent/Purpose';
export type { Signal } from './consent/readSignal';
export type { ConsentState, Seamark } from './Seamark';
export type { SeamarkOptions } from './SeamarkOptions';
