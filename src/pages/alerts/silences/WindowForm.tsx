import { Field, Input, MultiCombobox, Stack, TextArea, TimeZonePicker } from '@grafana/ui';
import React, { useCallback, useId, useState, type FormEvent } from 'react';
import { callRoute } from '../../../api/callRoute';
import type { Action } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { FormButtons } from '../../../components/FormButtons';
import type { CreateMaintenanceWindow } from '../../../contract/resources/maintenanceWindows';
import { describeWindow } from './describeWindow';
import { MatchedAlerts } from './MatchedAlerts';
import { MatchersInput } from './MatchersInput';
import { RepeatInput } from './RepeatInput';
import { problemsOfWindow, windowOfDraft, type WindowDraft, type WindowProblems } from './WindowDraft';

interface Props {
  datasourceUid: string;
  initial: WindowDraft;
  isNew: boolean;
  save: Action<[CreateMaintenanceWindow]>;
  onCancel: () => void;
}

/** Announced work: what it is about, when, and how often. */
export function WindowForm({ datasourceUid, initial, isNew, save, onCancel }: Props) {
  const id = useId();
  const [draft, setDraft] = useState(initial);
  const [tried, setTried] = useState(false);
  const set = (part: Partial<WindowDraft>) => setDraft((before) => ({ ...before, ...part }));
  const problems = problemsOfWindow(draft);
  const isSound = Object.keys(problems).length === 0;
  const shown: WindowProblems = tried ? problems : {};
  const services = useCallback(
    async (typed: string) => {
      const values = await callRoute(datasourceUid, 'listFieldValues', {
        params: { name: 'service_name' },
        query: { kind: 'health', ...(typed && { search: typed }) },
      }).catch(() => ({ items: [] }));
      return [{ value: '*', label: 'All services' }, ...values.items.map(({ value }) => ({ value, label: value }))];
    },
    [datasourceUid]
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isSound) {
      await save.run(windowOfDraft(draft));
    }
  };
  const problem = (name: keyof WindowDraft) => ({ invalid: shown[name] !== undefined, error: shown[name] });
  return (
    <form onSubmit={submit} noValidate style={{ maxWidth: 800 }}>
      <Stack direction="column" gap={2}>
        {save.error && <ErrorNotice title="The window was not saved" message={save.error.message} />}
        <Field noMargin label="Name" required {...problem('name')}>
          <Input
            id={`${id}-name`}
            value={draft.name}
            maxLength={255}
            placeholder="Database upgrade"
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
        </Field>
        <Field
          noMargin
          label="Services"
          description="Their health checks do not count as down, and their alerts tell nobody"
          htmlFor={`${id}-services`}
          {...problem('services')}
        >
          <MultiCombobox
            id={`${id}-services`}
            width={60}
            options={services}
            value={draft.services}
            createCustomValue
            placeholder="None"
            onChange={(chosen) => set({ services: chosen.map(({ value }) => value) })}
          />
        </Field>
        <MatchersInput
          datasourceUid={datasourceUid}
          label="Other alerts, by their labels"
          description="All of these must fit"
          error={shown.matchers}
          matchers={draft.matchers}
          onChange={(matchers) => set({ matchers })}
        />
        <MatchedAlerts datasourceUid={datasourceUid} matchers={draft.matchers} />
        <Stack gap={2} wrap="wrap" alignItems="flex-start">
          <Field
            noMargin
            label="Begins"
            description="Full hours that are over stay as they were counted"
            {...problem('local_start')}
          >
            <Input
              id={`${id}-start`}
              type="datetime-local"
              width={28}
              value={draft.local_start}
              onChange={(event) => set({ local_start: event.currentTarget.value.slice(0, 16) })}
            />
          </Field>
          <Field noMargin label="Lasts" {...problem('duration_minutes')}>
            <Input
              id={`${id}-duration`}
              width={16}
              inputMode="numeric"
              suffix="min"
              value={draft.duration_minutes}
              onChange={(event) => set({ duration_minutes: event.currentTarget.value })}
            />
          </Field>
          <Field noMargin label="Time zone" description="Its clocks decide, also when they are changed">
            <TimeZonePicker
              value={draft.time_zone}
              onChange={(zone) => set({ time_zone: zone === 'utc' || !zone ? 'UTC' : zone })}
            />
          </Field>
        </Stack>
        <RepeatInput draft={draft} problems={shown} onChange={set} />
        <Field noMargin label="Note">
          <TextArea
            id={`${id}-comment`}
            rows={2}
            maxLength={2000}
            value={draft.comment}
            onChange={(event) => set({ comment: event.currentTarget.value })}
          />
        </Field>
        {isSound && (
          <div role="status" aria-label="The window in words">
            {describeWindow({ repeat: null, repeat_until: null, ...windowOfDraft(draft) })}
          </div>
        )}
        <FormButtons
          save={isNew ? 'Create the window' : 'Save the window'}
          isSaving={save.running}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
