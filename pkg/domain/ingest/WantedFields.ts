import { attributeFields, type AttributeField, type OptionalField } from '../../../src/contract/optionalFields';
import type { Attributes } from './rows';

/** An app's list of the fields that it wants to be stored, as one asks it. */
export class WantedFields {
  private static readonly known = new WeakMap<readonly string[], WantedFields>();
  private readonly names: ReadonlySet<string>;
  private readonly everything: ReadonlySet<string>;

  private constructor(list: readonly string[]) {
    this.names = new Set(list);
    this.everything = new Set(attributeFields.filter((column) => this.names.has(`${column}.*`)));
  }

  /** The list is a setting, the same from request to request. */
  static of(list: readonly string[]): WantedFields {
    let wanted = WantedFields.known.get(list);
    if (wanted === undefined) {
      wanted = new WantedFields(list);
      WantedFields.known.set(list, wanted);
    }
    return wanted;
  }

  has(field: OptionalField): boolean {
    return this.names.has(field);
  }

  /** All free attributes of a column. */
  hasAll(column: AttributeField): boolean {
    return this.everything.has(column);
  }

  hasAttribute(column: AttributeField, key: string): boolean {
    return this.names.has(`${column}.${key}`) || this.everything.has(column);
  }

  /** The wanted part of some attributes; `always` names keys that are the product's own. */
  part(column: AttributeField, all: Attributes, always: readonly string[] = []): Attributes {
    if (this.hasAll(column)) {
      return all;
    }
    return Object.fromEntries(
      Object.entries(all).filter(([key]) => always.includes(key) || this.hasAttribute(column, key))
    );
  }
}
