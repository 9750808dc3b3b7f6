import type { Role } from '../../../src/contract/RouteDeclaration';

/** For whom something is written from a file, and under which name the audit log has it. */
export interface Writer {
  orgId: number;
  login: string;
}

/** Something that is stored and can be written in a file. */
export interface StoredThing {
  id: string;
  name: string;
  /** As a file has it, without secrets. */
  entry: Record<string, unknown>;
}

/**
 * One kind of thing that files can hold: a list under its name, of entries that are told apart by `name`. What is wrong
 * with an entry is thrown as an error whose message names the field.
 */
export interface CodeKind {
  /** Of the list in a file: `alert_rules`. */
  name: string;
  /** Below `/api/v1`: what stands in a file is changed there only. */
  path: string;
  /** Who may write it by an import. */
  role: Role;
  /** The entry as it will be kept, defaults filled in. */
  read(entry: Readonly<Record<string, unknown>>, who: Writer): Record<string, unknown> & { name: string };
  /** Whether there is nothing to do for an entry that is not stored: its time has passed. */
  isOver?(entry: Readonly<Record<string, unknown>>): boolean;
  /** Everything of the kind that an organisation has. */
  list(who: Writer): Promise<StoredThing[]>;
  /** Answers the id. */
  create(who: Writer, entry: Readonly<Record<string, unknown>>): Promise<string>;
  update(who: Writer, id: string, entry: Readonly<Record<string, unknown>>): Promise<void>;
  delete(who: Writer, id: string): Promise<void>;
}
