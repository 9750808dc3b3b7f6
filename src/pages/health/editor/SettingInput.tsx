import { Field, Input, Switch, TextArea } from '@grafana/ui';
import React, { useId } from 'react';
import { Choice } from '../../../components/queryBuilder/Choice';
import type { SettingField } from '../../../contract/health/kinds/SettingField';

interface Props {
  field: SettingField;
  value: string;
  onChange: (value: string) => void;
  disabled: boolean;
}

/** One setting of a check. */
export function SettingInput({ field, value, onChange, disabled }: Props) {
  const id = useId();
  const { label, description, type, placeholder, isRequired } = field;
  const shared = { id, value, placeholder, disabled };
  return (
    <Field label={label} description={description} required={isRequired}>
      {type === 'choice' ? (
        <Choice
          id={id}
          width={24}
          isDisabled={disabled}
          options={choicesOf(field).map((choice) => ({ value: choice, label: choice }))}
          value={value || (choicesOf(field)[0] ?? '')}
          onChange={onChange}
        />
      ) : type === 'switch' ? (
        <Switch
          id={id}
          disabled={disabled}
          value={value === '' ? field.isUsuallyOn === true : value === 'true'}
          onChange={(event) => onChange(String(event.currentTarget.checked))}
        />
      ) : type === 'long' ? (
        <TextArea rows={3} {...shared} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <Input
          type={type === 'number' ? 'number' : 'text'}
          {...(type === 'number' && { width: 24 })}
          {...shared}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** The first is what holds where nothing is chosen. */
function choicesOf({ unset, choices }: Extract<SettingField, { type: 'choice' }>): string[] {
  return unset === undefined ? [...choices] : [unset, ...choices];
}
