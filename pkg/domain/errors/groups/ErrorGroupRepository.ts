import type { Breadcrumbs } from '../../../../src/contract/resources/breadcrumbs';
import type {
  ErrorGroup,
  ErrorGroupDetail,
  ErrorGroupEvent,
  IgnoreErrorGroup,
  ReopenErrorGroup,
  ResolveErrorGroup,
} from '../../../../src/contract/resources/errorGroups';
import type { ErrorGroupOrder, ErrorGroupStatus } from '../../../../src/contract/errorGroupStates';
import type { Severity } from '../../../../src/contract/entities/ErrorLog';

/** Who asks or acts, as far as groups care. */
export interface GroupReader {
  orgId: number;
  /** Shown in the history. */
  login: string;
  /** Free text and whatever points at a person may be shown. */
  seesPersonal: boolean;
}

/** Which groups, in which order. */
export interface GroupSelection {
  /** Name or id. */
  app: string | undefined;
  /** Empty: any. */
  statuses: readonly ErrorGroupStatus[];
  severity: Severity | undefined;
  /** Part of the title, the culprit or the fingerprint. Searches messages only for who may see them. */
  search: string | undefined;
  order: ErrorGroupOrder;
  limit: number;
  cursor: string | undefined;
}

export interface Listed<T> {
  items: T[];
  next_cursor: string | null;
}

/**
 * Error groups as one organisation's people see them. Undefined means "no such group in this organisation". Acts throw
 * VersionConflict where `expected_version` is not the group's. All throw StoreAway.
 */
export interface ErrorGroupRepository {
  list(who: GroupReader, selection: GroupSelection): Promise<Listed<ErrorGroup>>;
  get(who: GroupReader, id: string): Promise<ErrorGroupDetail | undefined>;
  events(
    who: GroupReader,
    id: string,
    page: { limit: number; cursor: string | undefined }
  ): Promise<Listed<ErrorGroupEvent> | undefined>;
  /** What came before one error of a group, which happened `at` (epoch milliseconds). Undefined also without such an error. */
  breadcrumbs(who: GroupReader, id: string, error: { eventId: string; at: number }): Promise<Breadcrumbs | undefined>;
  resolve(who: GroupReader, id: string, act: ResolveErrorGroup): Promise<ErrorGroup | undefined>;
  ignore(who: GroupReader, id: string, act: IgnoreErrorGroup): Promise<ErrorGroup | undefined>;
  reopen(who: GroupReader, id: string, act: ReopenErrorGroup): Promise<ErrorGroup | undefined>;
}
