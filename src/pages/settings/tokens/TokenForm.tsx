import { Button, Field, Input, RadioButtonList, Stack } from '@grafana/ui';
import React, { useId, useState, type FormEvent } from 'react';
import type { Action } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { optionsOf } from '../../../components/optionsOf';
import type { CreateToken, TokenScope } from '../../../contract/resources/tokens';
import { scopeTexts } from './scopeTexts';

interface Props {
  create: Action<[CreateToken]>;
  onCancel: () => void;
}

/** A name, so that one knows later what would stop when it is revoked, and what it may do. */
export function TokenForm({ create, onCancel }: Props) {
  const id = useId();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<TokenScope>('read');
  const [tried, setTried] = useState(false);
  const nameless = name.trim() === '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nameless) {
      await create.run({ name: name.trim(), scope });
    }
  };

  return (
    <form onSubmit={submit} style={{ maxWidth: 720 }} noValidate>
      {create.error && <ErrorNotice title="The token was not created" message={create.error.message} />}
      <Field
        label="Name"
        description="Who uses it: you will want to know before you revoke it."
        required
        invalid={tried && nameless}
        error={tried && nameless ? 'Give the token a name.' : undefined}
      >
        <Input
          id={`${id}-name`}
          value={name}
          maxLength={100}
          placeholder="nightly report"
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Field label="May do">
        <RadioButtonList name={`${id}-scope`} options={optionsOf(scopeTexts)} value={scope} onChange={setScope} />
      </Field>
      <Stack gap={1}>
        <Button type="submit" disabled={create.running}>
          {create.running ? 'Creating…' : 'Create the token'}
        </Button>
        <Button type="button" variant="secondary" onClick={onCancel}>
          Cancel
        </Button>
      </Stack>
    </form>
  );
}
