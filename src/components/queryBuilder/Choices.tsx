import { MultiCombobox } from '@grafana/ui';
import React from 'react';
import { meantValue } from './meantValue';
import { useDistinctChanges } from './useDistinctChanges';
import { useSteadyOptions, type Options } from './useSteadyOptions';

interface Props {
  id: string;
  value: string[];
  options: Options<string>;
  placeholder: string;
  isDisabled?: boolean;
  isInvalid?: boolean;
  onChange: (value: string[]) => void;
}

/** A drop-down of several values, also typed ones. Its options may be made anew in each rendering. */
export function Choices({ value, options, onChange, isDisabled, isInvalid, ...rest }: Props) {
  const change = useDistinctChanges(value, onChange);
  const known = Array.isArray(options) ? options : [];
  const chosen = value.map((text) => known.find((option) => option.value === text) ?? { value: text, label: text });
  return (
    <MultiCombobox
      {...rest}
      options={useSteadyOptions(options)}
      value={chosen}
      createCustomValue
      isClearable
      disabled={isDisabled}
      invalid={isInvalid}
      onChange={(next) => change(next.map((option) => meantValue(options, option.value)))}
    />
  );
}
