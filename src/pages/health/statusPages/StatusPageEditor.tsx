import { Field, Input, Switch, TextArea } from '@grafana/ui';
import React, { useId, useState, type FormEvent } from 'react';
import type { Action } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { FormButtons } from '../../../components/FormButtons';
import type { HealthCheck } from '../../../contract/resources/healthChecks';
import type { CreateStatusPage, StatusPage } from '../../../contract/resources/statusPages';
import { ServicesInput } from './ServicesInput';
import {
  formOfStatusPage,
  newStatusPageForm,
  problemsOfStatusPage,
  slugOf,
  statusPageOfForm,
  withService,
  type StatusPageForm,
} from './StatusPageForm';

interface Props {
  /** Undefined: a new one. */
  page: StatusPage | undefined;
  checks: readonly HealthCheck[];
  save: Action<[CreateStatusPage]>;
  onCancel: () => void;
  /** Reads the page again where somebody else was faster. */
  onReload: () => void;
}

const conflict = 409;

/** What a public page shows, where it is, and whether it is there at all. */
export function StatusPageEditor({ page, checks, save, onCancel, onReload }: Props) {
  const id = useId();
  const [form, setForm] = useState<StatusPageForm>(() => (page ? formOfStatusPage(page) : newStatusPageForm));
  const [tried, setTried] = useState(false);
  const set = (part: Partial<StatusPageForm>) => setForm((before) => ({ ...before, ...part }));
  const problems = problemsOfStatusPage(form);
  const shown = tried ? problems : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length === 0) {
      void save.run(statusPageOfForm(form));
    }
  };
  const complaint = (name: keyof typeof problems) => ({ invalid: shown[name] !== undefined, error: shown[name] });
  return (
    <form onSubmit={submit} noValidate style={{ maxWidth: 720 }}>
      <Field label="Title" {...complaint('title')} required>
        <Input
          id={`${id}-title`}
          maxLength={200}
          placeholder="Shop status"
          value={form.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
      </Field>
      <Field
        label="Address"
        description="The last part of it: /status/…. Links to an old one lead nowhere once it is changed"
        {...complaint('slug')}
        required
      >
        <Input
          id={`${id}-slug`}
          maxLength={63}
          value={slugOf(form)}
          onChange={(event) => set({ slug: event.currentTarget.value })}
        />
      </Field>
      <Field label="Description" description="Shown below the title; plain text">
        <TextArea
          id={`${id}-description`}
          rows={2}
          maxLength={2000}
          value={form.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
      </Field>
      <ServicesInput
        checks={checks}
        services={form.services}
        complaint={shown.services}
        onAdd={(check) => setForm((before) => withService(before, check))}
        onChange={(services) => set({ services })}
      />
      <Field
        label="Public"
        description="On: whoever has the address sees it, without signing in. Off: there is no such page"
      >
        <Switch
          id={`${id}-enabled`}
          value={form.enabled}
          onChange={(event) => set({ enabled: event.currentTarget.checked })}
        />
      </Field>
      {save.error && (
        <ErrorNotice
          title={save.error.status === conflict && page ? 'It is not as you saw it any more' : 'The page was not saved'}
          message={save.error.message}
          {...(save.error.status === conflict && page && { onRetry: onReload })}
        />
      )}
      <FormButtons save={page ? 'Save the page' : 'Create the page'} isSaving={save.running} onCancel={onCancel} />
    </form>
  );
}
