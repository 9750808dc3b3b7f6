import { Button, Field, Input, RadioButtonList, Stack } from '@grafana/ui';
import React, { useId, useState, type FormEvent } from 'react';
import type { Action } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { optionsOf } from '../../../components/optionsOf';
import type { CreateIntegration } from '../../../contract/resources/integrations';
import { integrationTexts } from './integrationTexts';

interface Props {
  create: Action<[CreateIntegration]>;
  onCancel: () => void;
}

/** Which system sends its alerts, and what it is called here. */
export function IntegrationForm({ create, onCancel }: Props) {
  const id = useId();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<CreateIntegration['kind']>('grafana');
  const [tried, setTried] = useState(false);
  const problem = tried && name.trim() === '' ? 'Give it a name: its alerts are listed under it.' : undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '') {
      await create.run({ name: name.trim(), kind });
    }
  };
  return (
    <form onSubmit={submit} style={{ maxWidth: 720 }} noValidate>
      {create.error && <ErrorNotice title="The integration was not created" message={create.error.message} />}
      <Field label="What sends its alerts">
        <RadioButtonList name={`${id}-kind`} options={optionsOf(integrationTexts)} value={kind} onChange={setKind} />
      </Field>
      <Field
        label="Name"
        description="A rule of this name is made: it says to which channels its alerts go"
        required
        invalid={problem !== undefined}
        error={problem}
      >
        <Input
          id={`${id}-name`}
          value={name}
          maxLength={255}
          placeholder="Grafana alerts"
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Stack gap={1}>
        <Button type="submit" disabled={create.running}>
          {create.running ? 'Creating…' : 'Create the integration'}
        </Button>
        <Button type="button" variant="secondary" onClick={onCancel}>
          Cancel
        </Button>
      </Stack>
    </form>
  );
}
