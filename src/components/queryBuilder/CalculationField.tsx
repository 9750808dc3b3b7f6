import React, { useId } from 'react';
import { usualCalculation } from '../../contract/query/calculationsByKind';
import type { DataKind } from '../../contract/query/kinds';
import { calculationsOf } from '../../contract/query/calculationsOf';
import { calculationTexts } from './calculationTexts';
import type { BuiltQuery } from './BuiltQuery';
import { Choice } from './Choice';
import { EditorField } from './EditorField';

interface Props {
  query: BuiltQuery;
  kind: DataKind;
  hint: string | undefined;
  onChange: (part: Pick<BuiltQuery, 'calculation'>) => void;
}

/** How the rows of a group become one number; only what fits the kind is offered. */
export function CalculationField({ query, kind, hint, onChange }: Props) {
  const id = useId();
  const options = calculationsOf(kind, query.metric).map((value) => ({ value, ...calculationTexts[value] }));
  const current = query.calculation ?? usualCalculation(kind, query.metric);
  return (
    <EditorField label="Calculation" hint={hint}>
      <Choice
        id={id}
        options={options}
        value={current}
        isInvalid={hint !== undefined}
        onChange={(value) => onChange({ calculation: value })}
      />
    </EditorField>
  );
}
