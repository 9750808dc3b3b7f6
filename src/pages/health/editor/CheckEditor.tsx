import { Alert, Button, Field, Input, Stack, Switch, Text, TextArea } from '@grafana/ui';
import React, { useId, useState, type FormEvent } from 'react';
import type { Action } from '../../../api/useAction';
import { Choice } from '../../../components/queryBuilder/Choice';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { checkKinds, kindOf } from '../../../contract/health/kinds/kinds';
import type { CreateHealthCheck, HealthCheck, ProbeResult } from '../../../contract/resources/healthChecks';
import { RunOutcome } from '../RunOutcome';
import { useRun } from '../useRun';
import { AssertionsInput } from './AssertionsInput';
import { newCheckForm, withKind, type CheckForm } from './CheckForm';
import { checkOfForm } from './checkOfForm';
import { formOfCheck } from './formOfCheck';
import { NumberFields } from './NumberFields';
import { PairRows } from './PairRows';
import { TargetFields } from './TargetFields';

interface Props {
  datasourceUid: string;
  /** Undefined: a new one. */
  check: HealthCheck | undefined;
  /** Why nothing can be changed; undefined: it can. */
  readOnly: string | undefined;
  save: Action<[CreateHealthCheck]>;
  probe: (check: CreateHealthCheck) => Promise<ProbeResult>;
  onReload: () => void;
}

const conflict = 409;
const kindOptions = checkKinds.map((value) => {
  const { label, description } = kindOf(value);
  return { value, label, description };
});

/** What is looked at, how, and what must hold; tried before it is saved. */
export function CheckEditor({ datasourceUid, check, readOnly, save, probe, onReload }: Props) {
  const id = useId();
  const [form, setForm] = useState<CheckForm>(() => (check ? formOfCheck(check) : newCheckForm));
  const set = (part: Partial<CheckForm>) => setForm((before) => ({ ...before, ...part }));
  const run = useRun(probe);
  const disabled = readOnly !== undefined;
  const body = () => checkOfForm(form);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save.run(body());
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack direction="column" gap={2}>
        {readOnly !== undefined && <Alert severity="info" title={readOnly} />}
        <Stack gap={2} wrap="wrap">
          <Field label="Service" description="The name by which alerts and pages know it" required>
            <Input
              id={`${id}-name`}
              width={36}
              maxLength={255}
              disabled={disabled}
              value={form.service_name}
              placeholder="checkout"
              onChange={(event) => set({ service_name: event.currentTarget.value })}
            />
          </Field>
          <Field label="Kind" description={kindOf(form.kind).description}>
            <Choice
              id={`${id}-kind`}
              width={36}
              isDisabled={disabled || check !== undefined}
              options={kindOptions}
              value={form.kind}
              onChange={(kind) => setForm((before) => withKind(before, kind))}
            />
          </Field>
          <Field label="Group" description="For lists and status pages">
            <Input
              id={`${id}-group`}
              width={24}
              maxLength={100}
              disabled={disabled}
              value={form.group_name}
              onChange={(event) => set({ group_name: event.currentTarget.value })}
            />
          </Field>
          <Field label="Switched on">
            <Switch
              id={`${id}-enabled`}
              disabled={disabled}
              value={form.enabled}
              onChange={(event) => set({ enabled: event.currentTarget.checked })}
            />
          </Field>
        </Stack>
        <div style={{ maxWidth: 720 }}>
          <Field label="Description" description="What it is for, and what to do when it is down">
            <TextArea
              id={`${id}-description`}
              rows={2}
              maxLength={4096}
              disabled={disabled}
              value={form.description}
              onChange={(event) => set({ description: event.currentTarget.value })}
            />
          </Field>
          <PairRows
            label="Labels"
            description="For searches, silences, maintenance and alerts to go by"
            item="label"
            placeholder={{ name: 'team', value: 'web' }}
            pairs={form.labels}
            onChange={(labels) => set({ labels })}
            disabled={disabled}
          />
        </div>
        <Text element="h4">What is looked at</Text>
        <TargetFields
          datasourceUid={datasourceUid}
          form={form}
          stored={check?.secret_names ?? []}
          onChange={set}
          disabled={disabled}
        />
        <AssertionsInput
          kind={form.kind}
          rows={form.assertions}
          disabled={disabled}
          onChange={(assertions) => set({ assertions })}
        />
        <Text element="h4">When it counts</Text>
        <NumberFields form={form} onChange={set} disabled={disabled} />
        {run.error && <ErrorNotice title="The probe could not be made" message={run.error.message} />}
        {run.result && <RunOutcome kind={form.kind} result={run.result} />}
        {save.error && (
          <ErrorNotice
            title={save.error.status === conflict ? 'It is not as you saw it any more' : 'The check was not saved'}
            message={save.error.message}
            {...(save.error.status === conflict && check && { onRetry: onReload })}
          />
        )}
        {!disabled && (
          <Stack gap={1} wrap="wrap">
            <Button type="submit" disabled={save.running}>
              {save.running ? 'Saving…' : check ? 'Save the check' : 'Create the check'}
            </Button>
            {kindOf(form.kind).way !== 'reported' && (
              <Button
                type="button"
                variant="secondary"
                icon="play"
                disabled={run.running}
                onClick={() => void run.run(body())}
              >
                {run.running ? 'Looking…' : 'Run now'}
              </Button>
            )}
          </Stack>
        )}
      </Stack>
    </form>
  );
}
