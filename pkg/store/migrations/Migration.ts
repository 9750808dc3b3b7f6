import type { RoleNames } from '../roles/RoleKind';

/** One step of the schema. A released one never changes: what is wrong with it is put right by the next. */
export interface Migration {
  /** Number in the schema's history; without gaps, from 1. */
  version: number;
  name: string;
  /** Statements in their order, run in one transaction as the owner. */
  statements(roles: QuotedRoles): string[];
}

/** The role names of the database, quoted for use in SQL. */
export type QuotedRoles = RoleNames;
