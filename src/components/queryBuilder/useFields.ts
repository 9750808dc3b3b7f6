import type { ComboboxOption } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { fieldsOf } from '../../contract/query/fields';
import type { DataKind } from '../../contract/query/kinds';
import type { FieldSource } from './FieldSource';

/**
 * Fields of a kind to choose from: those that every server has at once, then also the attributes that this one has
 * seen. Where the server does not answer, the first stay.
 */
export function useFields(source: FieldSource, kind: DataKind): ComboboxOption[] {
  const [attributes, setAttributes] = useState<ComboboxOption[]>([]);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const found = await source.listFields(kind).catch(() => []);
      if (isWanted) {
        setAttributes(
          found
            .filter(({ name }) => name.includes('.'))
            .map(({ name }) => ({ value: name, label: name, group: 'Attributes' }))
        );
      }
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [source, kind]);
  const known = fieldsOf(kind).map(({ name, label, personal }) => ({
    value: name,
    label,
    description: personal ? 'Points at a person: refused to Viewers, alerts and public dashboards' : name,
  }));
  return [...known, ...attributes];
}
