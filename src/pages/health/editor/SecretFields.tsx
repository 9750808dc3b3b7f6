import { Combobox, Field, Input, SecretInput } from '@grafana/ui';
import React, { useId } from 'react';
import type { CheckForm } from './CheckForm';

interface Props {
  form: CheckForm;
  /** The server has a secret of this check. */
  isStored: boolean;
  onChange: (part: Partial<CheckForm>) => void;
  disabled: boolean;
}

const ways = [
  { value: 'none', label: 'Nobody in particular' },
  { value: 'bearer', label: 'By a bearer token' },
  { value: 'basic', label: 'By name and password' },
];

/** Who the check says it is, for the kinds that have secrets. What is typed goes in, and never comes back. */
export function SecretFields({ form, isStored, onChange, disabled }: Props) {
  const id = useId();
  const { kind, auth } = form;
  const hasSecret = kind === 'postgres' || (kind === 'http' && auth !== '');
  return (
    <>
      {kind === 'http' && (
        <Field label="Says who it is">
          <Combobox
            id={`${id}-auth`}
            width={28}
            disabled={disabled}
            options={ways}
            value={auth === '' ? 'none' : auth}
            onChange={({ value }) => onChange({ auth: value === 'bearer' || value === 'basic' ? value : '' })}
          />
        </Field>
      )}
      {kind === 'http' && auth === 'basic' && (
        <Field label="Name">
          <Input
            id={`${id}-username`}
            maxLength={255}
            disabled={disabled}
            value={form.username}
            onChange={(event) => onChange({ username: event.currentTarget.value })}
          />
        </Field>
      )}
      {hasSecret && (
        <Field
          label={kind === 'http' && auth === 'bearer' ? 'Token' : 'Password'}
          description="Encrypted, and never shown again"
        >
          <SecretInput
            id={`${id}-secret`}
            disabled={disabled}
            isConfigured={false}
            placeholder={isStored ? 'stored; type to replace it' : ''}
            value={form.secret}
            onReset={() => onChange({ secret: '' })}
            onChange={(event) => onChange({ secret: event.currentTarget.value })}
          />
        </Field>
      )}
    </>
  );
}
