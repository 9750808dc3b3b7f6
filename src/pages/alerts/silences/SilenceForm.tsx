import { dateTime, type DateTime } from '@grafana/data';
import { DateTimePicker, Field, RadioButtonGroup, Stack, TextArea } from '@grafana/ui';
import React, { useId, useState, type FormEvent } from 'react';
import type { Action } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { FormButtons } from '../../../components/FormButtons';
import type { LabelMatcher } from '../../../contract/alerting/LabelMatcher';
import type { CreateSilence, Silence } from '../../../contract/resources/silences';
import { MatchedAlerts } from './MatchedAlerts';
import { MatchersInput } from './MatchersInput';
import { asksForSomething, completeMatchers } from './matcherTexts';

const lengths = [
  { value: 60, label: '1 h' },
  { value: 4 * 60, label: '4 h' },
  { value: 24 * 60, label: '1 day' },
  { value: 7 * 24 * 60, label: '1 week' },
];

interface Props {
  datasourceUid: string;
  /** What to begin with: a stored one, or conditions of the link that led here. */
  silence: Silence | undefined;
  matchers: readonly LabelMatcher[];
  save: Action<[CreateSilence]>;
  onCancel: () => void;
}

/** Which alerts nobody is told of, from when to when, and why. */
export function SilenceForm({ datasourceUid, silence, matchers: given, save, onCancel }: Props) {
  const id = useId();
  const [matchers, setMatchers] = useState<LabelMatcher[]>(() => [
    ...(silence?.matchers ?? (given.length > 0 ? given : [{ name: '', operator: '=' as const, value: '' }])),
  ]);
  const [comment, setComment] = useState(silence?.comment ?? '');
  const [starts, setStarts] = useState<DateTime>(() => dateTime(silence?.starts_at));
  const [ends, setEnds] = useState<DateTime>(() => (silence ? dateTime(silence.ends_at) : dateTime().add(1, 'hour')));
  const [tried, setTried] = useState(false);
  const problems = {
    matchers: asksForSomething(matchers) ? undefined : 'At least one condition must ask for a value.',
    comment: comment.trim() === '' ? 'Say why: others will wonder.' : undefined,
    ends: ends.valueOf() > starts.valueOf() ? undefined : 'It ends before it begins.',
  };
  const shown = tried ? problems : { matchers: undefined, comment: undefined, ends: undefined };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(problems).every((problem) => problem === undefined)) {
      await save.run({
        comment: comment.trim(),
        matchers: completeMatchers(matchers),
        starts_at: starts.toISOString(),
        ends_at: ends.toISOString(),
      });
    }
  };
  const length = Math.round(ends.diff(starts, 'minutes'));
  return (
    <form onSubmit={submit} noValidate style={{ maxWidth: 800 }}>
      <Stack direction="column" gap={2}>
        {save.error && <ErrorNotice title="The silence was not saved" message={save.error.message} />}
        <MatchersInput
          datasourceUid={datasourceUid}
          label="Alerts whose labels fit all of these"
          description="alertname is the name of the rule; severity is a label too"
          error={shown.matchers}
          matchers={matchers}
          onChange={setMatchers}
        />
        <MatchedAlerts datasourceUid={datasourceUid} matchers={matchers} />
        <Stack gap={2} wrap="wrap">
          <Field noMargin label="From">
            <DateTimePicker date={starts} onChange={(date) => date && setStarts(date)} />
          </Field>
          <Field noMargin label="Until" invalid={shown.ends !== undefined} error={shown.ends}>
            <DateTimePicker date={ends} onChange={(date) => date && setEnds(date)} />
          </Field>
          <Field noMargin label="For">
            <RadioButtonGroup
              aria-label="For"
              options={lengths}
              value={lengths.some(({ value }) => value === length) ? length : undefined}
              onChange={(minutes) => setEnds(dateTime(starts).add(minutes, 'minutes'))}
            />
          </Field>
        </Stack>
        <Field noMargin label="Why" required invalid={shown.comment !== undefined} error={shown.comment}>
          <TextArea
            id={`${id}-why`}
            rows={2}
            maxLength={2000}
            value={comment}
            placeholder="The payment provider is down; they know"
            onChange={(event) => setComment(event.currentTarget.value)}
          />
        </Field>
        <FormButtons save={silence ? 'Save the silence' : 'Silence'} isSaving={save.running} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
