import { Combobox, type ComboboxOption } from '@grafana/ui';
import React from 'react';
import { Named } from './Named';

interface Props {
  /** What is chosen, before the box. */
  name: string;
  width: number;
  /** One of them may be `''`: any. */
  options: ComboboxOption[] | ((typed: string) => Promise<ComboboxOption[]>);
  /** Undefined: any. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** What stands there where nothing is chosen; makes the box one that can be emptied. */
  placeholder?: string;
}

/** One filter of a list. */
export function FilterChoice({ name, width, options, value, onChange, placeholder }: Props) {
  return (
    <Named name={name}>
      {(id) =>
        placeholder === undefined ? (
          <Combobox
            aria-labelledby={id}
            width={width}
            options={options}
            value={value ?? ''}
            onChange={(choice) => onChange(choice.value === '' ? undefined : choice.value)}
          />
        ) : (
          <Combobox
            aria-labelledby={id}
            width={width}
            placeholder={placeholder}
            isClearable
            options={options}
            value={value ?? null}
            onChange={(choice) => onChange(choice?.value)}
          />
        )
      }
    </Named>
  );
}
