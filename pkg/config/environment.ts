import type { Environment } from './settings';

/** This process's environment: the one place where it is looked at. */
export const environment: Environment = process.env;
