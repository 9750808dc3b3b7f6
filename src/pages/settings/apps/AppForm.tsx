import { Button, Field, Input, RadioButtonList, Stack, Switch, TextArea } from '@grafana/ui';
import React, { useId, useState, type FormEvent } from 'react';
import { ErrorNotice } from '../../../components/ErrorNotice';
import type { Action } from '../../../api/useAction';
import { appOf, problemsOf, type AppDraft, type AppSettings } from './AppDraft';
import { consentTexts, withoutConsentTexts } from './consentTexts';
import { optionsOf } from '../../../components/optionsOf';
import { RateLimitFields } from './RateLimitFields';
import { StoredFields } from './StoredFields';

interface Props {
  initial: AppDraft;
  submitText: string;
  save: Action<[AppSettings]>;
  onCancel?: () => void;
}

/** Name, origins, consent, fields and limits of an app, new or not. */
export function AppForm({ initial, submitText, save, onCancel }: Props) {
  const id = useId();
  const [draft, setDraft] = useState(initial);
  const [tried, setTried] = useState(false);
  const problems = problemsOf(draft);
  const shown = tried ? problems : {};
  const change = (part: Partial<AppDraft>) => setDraft((before) => ({ ...before, ...part }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length === 0) {
      await save.run(appOf(draft));
    }
  };

  return (
    <form onSubmit={submit} style={{ maxWidth: 720 }} noValidate>
      {save.error && <ErrorNotice title="The app was not saved" message={save.error.message} />}
      <Field label="Name" required invalid={Boolean(shown.name)} error={shown.name}>
        <Input
          id={`${id}-name`}
          value={draft.name}
          placeholder="shop"
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      </Field>
      <Field
        label="Allowed origins"
        description="Where the app’s pages are served from, one a line. Browsers on other origins are refused. * allows all."
        invalid={Boolean(shown.origins)}
        error={shown.origins}
      >
        <TextArea
          id={`${id}-origins`}
          rows={3}
          value={draft.origins}
          placeholder="https://shop.example"
          onChange={(event) => change({ origins: event.currentTarget.value })}
        />
      </Field>
      <Field label="Consent">
        <RadioButtonList
          name={`${id}-consent`}
          options={optionsOf(consentTexts)}
          value={draft.consent_mode}
          onChange={(consent_mode) => change({ consent_mode })}
        />
      </Field>
      {draft.consent_mode !== 'off' && (
        <Field label="From a visitor who did not agree">
          <RadioButtonList
            name={`${id}-without`}
            options={optionsOf(withoutConsentTexts)}
            value={draft.without_consent}
            onChange={(without_consent) => change({ without_consent })}
          />
        </Field>
      )}
      <Field
        label="Believe pages that call an error critical"
        description="Keys of browsers are public: anybody could raise the alarm. Off, such errors count as high."
      >
        <Switch
          id={`${id}-critical`}
          value={draft.trust_client_critical}
          onChange={(event) => change({ trust_client_critical: event.currentTarget.checked })}
        />
      </Field>
      <StoredFields draft={draft} problems={shown} onChange={change} />
      <RateLimitFields draft={draft} problems={shown} onChange={change} />
      <Stack gap={1}>
        <Button type="submit" disabled={save.running}>
          {save.running ? 'Saving…' : submitText}
        </Button>
        {onCancel && (
          <Button type="button" variant="secondary" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </Stack>
    </form>
  );
}
