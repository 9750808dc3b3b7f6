import React, { useId } from 'react';
import type { BuiltQuery } from './BuiltQuery';
import type { EditorContext } from './EditorContext';
import { Choices } from './Choices';
import { EditorField } from './EditorField';
import { variableOptions } from './suggestValues';
import { useFields } from './useFields';

interface Props extends EditorContext {
  value: string[] | undefined;
  hint: string | undefined;
  onChange: (part: Pick<BuiltQuery, 'groupBy'>) => void;
}

/** By which fields the rows are told apart: one series, or one row of a table, for each combination. */
export function GroupByField({ source, kind, value = [], hint, onChange }: Props) {
  const id = useId();
  const options = useFields(source, kind);
  return (
    <EditorField label="Group by" hint={hint} wide minWidth={220}>
      <Choices
        id={id}
        options={[...options, ...variableOptions(source)]}
        value={value}
        placeholder="Everything together"
        isInvalid={hint !== undefined}
        onChange={(groupBy) => onChange({ groupBy })}
      />
    </EditorField>
  );
}
