/** Something that stands in a file of the provisioning folder. */
export interface ProvisionedThing {
  orgId: number;
  kind: string;
  name: string;
  id: string;
  file: string;
  /** Of the entry, secrets included: tells whether it has changed. */
  hash: string;
}

/** What came from files, and so is changed there only. All throw StoreAway. */
export interface ProvisionedRegistry {
  /** Of all organisations. */
  all(): Promise<ProvisionedThing[]>;
  put(thing: ProvisionedThing): Promise<void>;
  remove(thing: Pick<ProvisionedThing, 'orgId' | 'kind' | 'name'>): Promise<void>;
  /** File by id, of one kind in one organisation. */
  files(orgId: number, kind: string): Promise<ReadonlyMap<string, string>>;
  /** Runs `act` unless another process is about it; false where it is. */
  alone(act: () => Promise<void>): Promise<boolean>;
}
