import { Combobox } from '@grafana/ui';
import React from 'react';
import { meantValue } from './meantValue';
import { useDistinctChanges } from './useDistinctChanges';
import { useSteadyOptions, type Options } from './useSteadyOptions';

interface Props<T extends string> {
  id?: string;
  /** Of the element that names it, where no label does. */
  'aria-labelledby'?: string;
  width?: number;
  /** Undefined while nothing is chosen. A value that is no option is shown as it is. */
  value: T | undefined;
  options: Options<T>;
  placeholder?: string;
  /** Any typed text may be chosen, not only an option. */
  isOpen?: boolean;
  isDisabled?: boolean;
  isInvalid?: boolean;
  onChange: (value: T) => void;
}

/** A drop-down of one value. Its options may be made anew in each rendering. */
export function Choice<T extends string>({ options, value, onChange, ...rest }: Props<T>) {
  const change = useDistinctChanges<T | undefined>(value, (next) => next !== undefined && onChange(next));
  const { isOpen, isDisabled, isInvalid, ...plain } = rest;
  return (
    <Combobox
      {...plain}
      options={useSteadyOptions(options)}
      value={value ?? null}
      createCustomValue={isOpen}
      disabled={isDisabled}
      invalid={isInvalid}
      onChange={(option) => change(meantValue(options, option.value))}
    />
  );
}
