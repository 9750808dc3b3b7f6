import { Button, Field, Input, Stack, Text } from '@grafana/ui';
import React, { useId } from 'react';
import { Choice } from '../../../components/queryBuilder/Choice';
import { kindOf } from '../../../contract/health/kinds/kinds';
import { noSecrets, type CheckForm, type SecretForm } from './CheckForm';
import { PairRows } from './PairRows';

interface Props {
  form: CheckForm;
  /** Which secrets the server has of this check. */
  stored: readonly string[];
  onChange: (part: Partial<CheckForm>) => void;
  disabled: boolean;
}

const ways = [
  { value: 'none' as const, label: 'Nobody in particular' },
  { value: 'bearer' as const, label: 'By a bearer token' },
  { value: 'basic' as const, label: 'By name and password' },
];

/** Who the check says it is, for the kinds that have secrets. What is typed goes in, and never comes back. */
export function SecretFields({ form, stored, onChange, disabled }: Props) {
  const id = useId();
  const { kind, auth, secrets } = form;
  const { fields, secrets: used = [] } = kindOf(kind);
  const whoField = Object.values(fields).find(({ type }) => type === 'auth');
  const typed = (['authorization', 'password'] as const).filter(
    (name) => used.includes(name) && (name === 'password' || auth !== '')
  );
  if (used.length === 0) {
    return null;
  }
  const set = (part: Partial<SecretForm>) => onChange({ secrets: { ...(secrets ?? noSecrets), ...part } });
  return (
    <>
      {whoField && (
        <Field label={whoField.label}>
          <Choice
            id={`${id}-auth`}
            width={28}
            isDisabled={disabled}
            options={ways}
            value={auth === '' ? 'none' : auth}
            onChange={(way) => onChange({ auth: way === 'none' ? '' : way })}
          />
        </Field>
      )}
      {whoField && auth === 'basic' && (
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
      {secrets === undefined ? (
        <Field label="Secrets" description="Encrypted, and never shown again">
          <Stack gap={1} wrap="wrap" alignItems="center">
            <Text>Stored: {stored.join(', ')}</Text>
            <Button
              type="button"
              size="sm"
              variant="secondary"
              disabled={disabled}
              tooltip="What you type takes the place of all of them"
              onClick={() => onChange({ secrets: noSecrets })}
            >
              Replace all of them
            </Button>
          </Stack>
        </Field>
      ) : (
        <>
          {typed.map((name) => (
            <Field
              key={name}
              label={name === 'authorization' && auth === 'bearer' ? 'Token' : 'Password'}
              description="Encrypted, and never shown again"
            >
              <Input
                id={`${id}-${name}`}
                type="password"
                autoComplete="new-password"
                disabled={disabled}
                value={secrets[name]}
                onChange={(event) => set({ [name]: event.currentTarget.value })}
              />
            </Field>
          ))}
          {used.includes('headers') && (
            <PairRows
              label="Secret headers"
              description="As headers, but encrypted and never shown again"
              item="secret header"
              placeholder={{ name: 'x-api-key', value: '' }}
              pairs={secrets.headers}
              onChange={(headers) => set({ headers })}
              disabled={disabled}
              isSecret
            />
          )}
          {stored.length > 0 && (
            <Button
              type="button"
              size="sm"
              variant="secondary"
              disabled={disabled}
              onClick={() => onChange({ secrets: undefined })}
            >
              Keep the stored ones
            </Button>
          )}
        </>
      )}
    </>
  );
}
