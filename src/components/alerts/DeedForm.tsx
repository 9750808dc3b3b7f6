import { dateTime } from '@grafana/data';
import { Alert, Button, Field, RadioButtonGroup, Stack, Text, TextArea } from '@grafana/ui';
import React, { useId, useState, type KeyboardEvent } from 'react';
import { deedTexts, type Deed } from './deedTexts';

/** What a person says with a deed. `until`: when an acknowledgement ends by itself. */
export interface Said {
  comment?: string;
  until?: string;
}

interface Props {
  deed: Deed;
  /** Rejects with an error whose message can be shown. */
  onSend: (said: Said) => Promise<void>;
  onDone: () => void;
  onCancel: () => void;
  /** Shows what there is now, where somebody else was faster. */
  onReload?: () => void;
}

/** Hours after which an acknowledgement ends; 0: not by itself. */
const ends = [
  { value: 0, label: 'Never' },
  { value: 1, label: '1 h' },
  { value: 4, label: '4 h' },
  { value: 24, label: '1 day' },
];

/** Comment of a deed, with the focus in it: Enter sends, Shift+Enter begins a new line, Escape leaves. */
export function DeedForm({ deed, onSend, onDone, onCancel, onReload }: Props) {
  const texts = deedTexts[deed];
  const id = useId();
  const [comment, setComment] = useState('');
  const [hours, setHours] = useState(0);
  const [state, setState] = useState<{ sending: boolean; problem?: string }>({ sending: false });
  const isReady = !state.sending && (!texts.needsComment || comment.trim() !== '');

  const send = async () => {
    setState({ sending: true });
    try {
      await onSend({
        ...(comment.trim() !== '' && { comment: comment.trim() }),
        ...(hours > 0 && { until: dateTime().add(hours, 'hours').toISOString() }),
      });
      onDone();
    } catch (thrown) {
      setState({ sending: false, problem: thrown instanceof Error ? thrown.message : 'Something went wrong.' });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    } else if (event.key === 'Enter' && !event.shiftKey && event.target instanceof HTMLTextAreaElement) {
      event.preventDefault();
      if (isReady) {
        void send();
      }
    }
  };

  return (
    <form
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack direction="column" gap={1}>
        <Text color="secondary" variant="bodySmall">
          {texts.note}
        </Text>
        {state.problem !== undefined && (
          <Alert severity="warning" title={state.problem} bottomSpacing={0} topSpacing={0}>
            {onReload && (
              <Button type="button" size="sm" variant="secondary" icon="sync" onClick={onReload}>
                Reload
              </Button>
            )}
          </Alert>
        )}
        <Field label="Comment" htmlFor={id} noMargin>
          <TextArea
            id={id}
            // A dialog that a key or a click has just opened: the next thing is to type.
            autoFocus
            rows={2}
            maxLength={2000}
            placeholder={texts.placeholder}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
        </Field>
        {texts.mayEnd && (
          <Field label="Ends by itself after" noMargin>
            <RadioButtonGroup
              size="sm"
              aria-label="Ends by itself after"
              options={ends}
              value={hours}
              onChange={setHours}
            />
          </Field>
        )}
        <Stack gap={1} alignItems="center" wrap="wrap">
          <Button type="submit" size="sm" disabled={!isReady}>
            {state.sending ? 'Sending…' : texts.send}
          </Button>
          <Button type="button" size="sm" variant="secondary" fill="text" onClick={onCancel}>
            Cancel
          </Button>
          <Text color="secondary" variant="bodySmall">
            Enter sends
          </Text>
        </Stack>
      </Stack>
    </form>
  );
}
