import { css } from '@emotion/css';
import { IconButton, useStyles2 } from '@grafana/ui';
import React, { useId } from 'react';
import type { Operator } from '../../contract/query/operators';
import type { Filter } from '../../contract/query/Query';
import { operatorsOf } from './operatorsOf';
import { Choice } from './Choice';
import type { EditorContext } from './EditorContext';
import { FilterValue } from './FilterValue';
import { HiddenLabel } from './HiddenLabel';
import { useFields } from './useFields';

const descriptions: Record<Operator, string> = {
  '=': 'is, or is one of',
  '!=': 'is not, or is none of',
  '=~': 'matches the pattern',
  '!~': 'does not match the pattern',
  '>': 'is above',
  '>=': 'is at least',
  '<': 'is below',
  '<=': 'is at most',
};

interface Props extends EditorContext {
  filter: Filter;
  only?: string | undefined;
  onChange: (filter: Filter) => void;
  onRemove: () => void;
}

/** One filter: field, operator, value. */
export function FilterRow({ filter, only, onChange, onRemove, ...context }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const fields = useFields(context.source, context.kind);
  const field = fields.find(({ value }) => value === filter.field);
  const name = field?.label ?? filter.field;
  return (
    <div className={styles.row} role="group" aria-label={name ? `Filter on ${name}` : 'New filter'}>
      <div className={styles.field}>
        <HiddenLabel htmlFor={`${id}field`}>Field</HiddenLabel>
        <Choice
          id={`${id}field`}
          options={fields}
          value={filter.field || undefined}
          placeholder="Field"
          isOpen
          isDisabled={only !== undefined}
          onChange={(value) => onChange(changeField(filter, value))}
        />
      </div>
      {!only && (
        <div className={styles.operator}>
          <HiddenLabel htmlFor={`${id}operator`}>Operator</HiddenLabel>
          <Choice
            id={`${id}operator`}
            options={operatorsOf(filter.field).map((value) => ({
              value,
              label: value,
              description: descriptions[value],
            }))}
            value={filter.operator}
            onChange={(value) => onChange(changeOperator(filter, value))}
          />
        </div>
      )}
      <div className={styles.value}>
        <HiddenLabel htmlFor={`${id}value`}>Value</HiddenLabel>
        <FilterValue {...context} id={`${id}value`} filter={filter} single={only !== undefined} onChange={onChange} />
      </div>
      <IconButton name="trash-alt" tooltip="Remove the filter" aria-label="Remove the filter" onClick={onRemove} />
    </div>
  );
}

/** Another field has other values, and perhaps no such operator. */
function changeField({ operator }: Filter, field: string): Filter {
  return { field, operator: operatorsOf(field).includes(operator) ? operator : '=', value: '' };
}

/** Several values go with `=` and `!=` only: of an array the first stays. */
function changeOperator(filter: Filter, operator: Operator): Filter {
  const isArrayAllowed = operator === '=' || operator === '!=';
  const value = Array.isArray(filter.value) && !isArrayAllowed ? (filter.value[0] ?? '') : filter.value;
  return { ...filter, operator, value };
}

const getStyles = () => ({
  row: css({ position: 'relative', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 4, maxWidth: 800 }),
  field: css({ flex: '1 1 150px', minWidth: 0 }),
  operator: css({ flex: '0 0 84px' }),
  value: css({ flex: '2 1 170px', minWidth: 0 }),
});
