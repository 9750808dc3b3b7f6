import type { App, AppKey, CreateApp, FirstData, KeyScope, UpdateApp } from '../../../src/contract/resources/apps';
import type { Identity } from './Identity';

export interface PageRequest {
  limit: number;
  cursor: string | undefined;
}

export interface PageOf<T> {
  items: T[];
  next_cursor: string | null;
}

/** Apps and their keys, as one organisation's people see them. Undefined means "no such thing in this organisation". */
export interface AppRepository {
  list(who: Identity, page: PageRequest): Promise<PageOf<App>>;
  create(who: Identity, app: CreateApp): Promise<App>;
  get(who: Identity, id: string): Promise<App | undefined>;
  update(who: Identity, id: string, change: UpdateApp): Promise<App | undefined>;
  /** Also deletes the app's raw rows, in the background of the database. False: no such app. */
  delete(who: Identity, id: string): Promise<boolean>;
  createKey(who: Identity, id: string, scope: KeyScope): Promise<AppKey | undefined>;
  revokeKey(who: Identity, id: string, keyId: string): Promise<boolean>;
  firstData(who: Identity, id: string): Promise<FirstData | undefined>;
}
