import { Button, Stack } from '@grafana/ui';
import React, { useState, type FormEvent } from 'react';
import type { Action } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import type { KeptData, RetentionPolicy, SetRetentionPolicies } from '../../../contract/resources/retention';
import { ConfirmRetention } from './ConfirmRetention';
import { changesOf, defaultsOf, draftOf, policiesOf, problemsOf, type RetentionDraft } from './RetentionDraft';
import { RetentionTable } from './RetentionTable';

interface Props {
  policies: RetentionPolicy[];
  kept: KeptData[] | undefined;
  save: Action<[SetRetentionPolicies]>;
  /** Reads the policies again. */
  onReload: () => void;
}

const conflict = 409;

/** Days of every tier, saved together: one may not be shorter than what it is made of. */
export function RetentionForm({ policies, kept, save, onReload }: Props) {
  const [draft, setDraft] = useState<RetentionDraft>(draftOf(policies));
  const [asking, setAsking] = useState(false);
  const problems = problemsOf(draft, policies);
  const isSound = Object.keys(problems).length === 0;
  const changes = isSound ? changesOf(draft, policies) : [];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsking(changes.length > 0);
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack direction="column" gap={2} alignItems="flex-start">
        {save.error && (
          <ErrorNotice
            title={save.error.status === conflict ? 'Somebody else was faster' : 'The retention was not saved'}
            message={save.error.message}
            {...(save.error.status === conflict && { onRetry: onReload })}
          />
        )}
        <RetentionTable
          policies={policies}
          kept={kept}
          draft={draft}
          problems={problems}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
        <Stack gap={1} wrap="wrap">
          <Button type="submit" disabled={save.running || changes.length === 0}>
            {save.running ? 'Saving…' : 'Save'}
          </Button>
          <Button
            type="button"
            variant="secondary"
            disabled={changes.length === 0 && isSound}
            onClick={() => setDraft(draftOf(policies))}
          >
            Undo changes
          </Button>
          <Button type="button" variant="secondary" fill="text" onClick={() => setDraft(defaultsOf(policies))}>
            Fill in the defaults
          </Button>
        </Stack>
      </Stack>
      <ConfirmRetention
        changes={asking ? changes : []}
        onDismiss={() => setAsking(false)}
        onConfirm={async () => {
          await save.run(policiesOf(draft, policies));
          setAsking(false);
        }}
      />
    </form>
  );
}
