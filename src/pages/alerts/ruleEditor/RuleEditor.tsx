import { Alert, Button, ConfirmModal, LinkButton, Stack, Text } from '@grafana/ui';
import React, { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { FormProvider, useForm, useWatch, type FieldErrors } from 'react-hook-form';
import { fieldSource } from '../../../api/fieldSource';
import { useAction } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { pagePaths } from '../../../contract/pagePaths';
import type { CreateAlertRule } from '../../../contract/resources/alertRules';
import { Backtest } from './Backtest';
import { describeRule } from './describeRule';
import { limitOfForm } from './limitOfForm';
import { problemsOfForm, type FormProblems } from './problemsOfForm';
import type { RuleForm } from './RuleForm';
import { ruleOfForm } from './ruleOfForm';
import { ruleToTry } from './ruleToTry';
import { serverProblem } from './serverProblem';
import { Step } from './Step';
import { SwitchInput } from './SwitchInput';
import { TextInput } from './TextInput';
import { usePreview } from './usePreview';
import { useServerErrors } from './useServerErrors';
import { useUnsavedWarning } from './useUnsavedWarning';
import { WhatStep } from './WhatStep';
import { WhenStep } from './WhenStep';
import { WhoStep } from './WhoStep';

interface Props {
  datasourceUid: string;
  initial: RuleForm;
  isNew: boolean;
  /** Rejects with an ApiError. */
  onSave: (rule: CreateAlertRule) => Promise<void>;
  /** After a save, when nobody who leaves is held back any more. */
  onSaved?: () => void;
  /** Somebody else changed the rule: read theirs again, or save over it. Only for a stored rule. */
  onReload?: () => void;
  onOverwrite?: (rule: CreateAlertRule) => Promise<void>;
  /** Below the form: acts on a stored rule, with what stands in their way. */
  acts?: (isDirty: boolean) => ReactNode;
}

const conflict = 409;

/** A rule in three steps: what, when, who; with what it would have done beside them. */
export function RuleEditor({ datasourceUid, initial, isNew, onSave, onSaved, onReload, onOverwrite, acts }: Props) {
  const [days, setDays] = useState(7);
  const [isSaved, setIsSaved] = useState(false);
  const methods = useForm<RuleForm>({
    defaultValues: initial,
    mode: 'onTouched',
    resolver: (values) => {
      const problems = problemsOfForm(values);
      return Object.keys(problems).length === 0 ? { values, errors: {} } : { values: {}, errors: asErrors(problems) };
    },
  });
  const { handleSubmit, control, setValue, setError, formState } = methods;
  const form = useWatch({ control }) as RuleForm;
  const rule = ruleOfForm(form);
  const source = useMemo(() => fieldSource(datasourceUid), [datasourceUid]);
  const preview = usePreview(datasourceUid, ruleToTry(form), days);
  const refusal = preview.error && serverProblem(preview.error, form.condition);
  const leaving = useUnsavedWarning(formState.isDirty && !isSaved);
  useEffect(() => {
    if (isSaved) {
      onSaved?.();
    }
  }, [isSaved, onSaved]);

  const save = useAction(
    useCallback(
      async (given: RuleForm, isOverwriting: boolean) => {
        const sent = ruleOfForm(given);
        await (isOverwriting ? onOverwrite?.(sent) : onSave(sent));
        setIsSaved(true);
      },
      [onSave, onOverwrite]
    )
  );
  const saveProblem = save.error && serverProblem(save.error, form.condition);
  const submit = (isOverwriting: boolean) =>
    handleSubmit(async (values) => {
      await save.run(values, isOverwriting);
    });
  const setLimit = useCallback(
    (limit: number) => setValue('value', String(limit), { shouldDirty: true, shouldValidate: true }),
    [setValue]
  );
  // What the server refused stands at its field until that is changed.
  useServerErrors(saveProblem, setError);
  useServerErrors(refusal, setError);

  const { limit, isMissing } = limitOfForm(form);
  return (
    <FormProvider {...methods}>
      <form onSubmit={submit(false)} noValidate>
        <Stack direction="column" gap={3}>
          <div role="status" aria-label="The rule in words">
            <Text element="p">{describeRule(rule)}</Text>
          </div>
          <div style={{ maxWidth: 640 }}>
            <Stack direction="column" gap={2}>
              <TextInput name="name" label="Name" placeholder="Checkout is slow" maxLength={255} isRequired />
              <TextInput
                name="description"
                label="Description"
                description="What to do about it: it is part of every message"
                maxLength={4096}
                isLong
              />
            </Stack>
          </div>
          {form.condition === 'external' ? (
            <Alert severity="info" title="Another system judges">
              Its alerts open and close as it says. Here is decided who hears of them; name and token are those of the
              integration, under Settings.
            </Alert>
          ) : (
            <>
              <Step number={1} title="What">
                <WhatStep source={source} />
              </Step>
              <Step number={2} title="When">
                <WhenStep />
                <Backtest
                  rule={rule}
                  preview={preview}
                  days={days}
                  onDays={setDays}
                  limit={limit}
                  isLimitMissing={isMissing}
                  isErrorShown={refusal !== undefined}
                  {...(form.condition === 'threshold' || form.condition === 'compared' ? { onLimit: setLimit } : {})}
                />
              </Step>
            </>
          )}
          <Step number={3} title="Who">
            <WhoStep datasourceUid={datasourceUid} preview={preview.value} />
          </Step>
          <SwitchInput name="enabled" label="Evaluate this rule" description="Off: it is kept, and does nothing" />
          {save.error && save.error.status === conflict && saveProblem === undefined ? (
            <Alert severity="warning" title="Somebody else changed this rule while you did">
              <Stack direction="column" gap={1} alignItems="flex-start">
                {save.error.message}
                <Stack gap={1} wrap="wrap">
                  <Button type="button" size="sm" variant="secondary" onClick={onReload}>
                    Show theirs, lose mine
                  </Button>
                  <Button type="button" size="sm" variant="destructive" fill="outline" onClick={submit(true)}>
                    Save mine over theirs
                  </Button>
                </Stack>
              </Stack>
            </Alert>
          ) : (
            save.error && <ErrorNotice title="The rule was not saved" message={save.error.message} />
          )}
          {formState.isSubmitted && Object.keys(formState.errors).length > 0 && (
            <Alert severity="error" title="Not saved: something above is missing or wrong" />
          )}
          <Stack gap={1} wrap="wrap">
            <Button type="submit" disabled={save.running}>
              {save.running ? 'Saving…' : isNew ? 'Create the rule' : 'Save the rule'}
            </Button>
            <LinkButton variant="secondary" href={pagePaths.alertRules}>
              Back to the rules
            </LinkButton>
          </Stack>
          {acts?.(formState.isDirty)}
        </Stack>
      </form>
      <ConfirmModal
        isOpen={leaving.to !== undefined}
        title="Leave without saving?"
        body="What you changed in this rule is lost."
        confirmText="Leave"
        dismissText="Stay"
        onConfirm={leaving.leave}
        onDismiss={leaving.stay}
      />
    </FormProvider>
  );
}

function asErrors(problems: FormProblems): FieldErrors<RuleForm> {
  return Object.fromEntries(Object.entries(problems).map(([name, message]) => [name, { type: 'form', message }]));
}
