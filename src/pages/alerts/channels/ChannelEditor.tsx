import { Alert, Box, Button, Checkbox, Field, Input, RadioButtonList, SecretInput, Stack, TextArea } from '@grafana/ui';
import React, { useId, useState, type FormEvent } from 'react';
import type { Action } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { FormButtons } from '../../../components/FormButtons';
import { optionsOf } from '../../../components/optionsOf';
import type { CreateNotificationChannel, NotificationChannel } from '../../../contract/resources/notificationChannels';
import {
  channelOfForm,
  channelTexts,
  formOfChannel,
  newChannelForm,
  problemsOfChannel,
  type ChannelForm,
} from './ChannelForm';

interface Props {
  /** Undefined: a new one. */
  channel: NotificationChannel | undefined;
  save: Action<[CreateNotificationChannel]>;
  onCancel: () => void;
  /** Reads the channel again where somebody else was faster. */
  onReload: () => void;
}

const conflict = 409;

/** Where messages go, and what it takes to send them there. Secrets go in and never come back. */
export function ChannelEditor({ channel, save, onCancel, onReload }: Props) {
  const id = useId();
  const [form, setForm] = useState<ChannelForm>(() => (channel ? formOfChannel(channel) : newChannelForm));
  const [tried, setTried] = useState(false);
  const stored = channel?.stored_secrets ?? [];
  const problems = problemsOfChannel(form, stored);
  const shown = tried ? problems : {};
  const set = (part: Partial<ChannelForm>) => setForm((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length === 0) {
      await save.run(channelOfForm(form));
    }
  };
  const field = (name: keyof ChannelForm, label: string, description?: string) => ({
    label,
    description,
    invalid: shown[name] !== undefined,
    error: shown[name],
  });

  return (
    <form onSubmit={submit} noValidate style={{ maxWidth: 720 }}>
      {save.error && (
        <ErrorNotice
          title={save.error.status === conflict ? 'It is not as you saw it any more' : 'The channel was not saved'}
          message={save.error.message}
          {...(save.error.status === conflict && channel && { onRetry: onReload })}
        />
      )}
      {!channel && (
        <Field label="Kind">
          <RadioButtonList
            name={`${id}-kind`}
            options={optionsOf(channelTexts)}
            value={form.kind}
            onChange={(kind) => set({ kind })}
          />
        </Field>
      )}
      <Field {...field('name', 'Name', 'Rules name their channels; they follow a new name')} required>
        <Input
          id={`${id}-name`}
          value={form.name}
          maxLength={100}
          placeholder="on-call"
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </Field>
      {form.kind === 'email' && (
        <Field {...field('to', 'To', 'One address a line; everybody sees everybody')} required>
          <TextArea
            id={`${id}-to`}
            rows={3}
            value={form.to}
            placeholder="oncall@shop.example"
            onChange={(event) => set({ to: event.currentTarget.value })}
          />
        </Field>
      )}
      {form.kind === 'slack_bot' && (
        <>
          <Secret
            {...field('bot_token', 'Bot token', 'Of a Slack app with the scope chat:write; begins with xoxb-')}
            id={`${id}-token`}
            isStored={stored.includes('bot_token')}
            value={form.bot_token}
            onChange={(bot_token) => set({ bot_token })}
          />
          <Field {...field('channel', 'Slack channel', 'The bot must be a member of it')} required>
            <Input
              id={`${id}-channel`}
              value={form.channel}
              maxLength={100}
              placeholder="#on-call"
              onChange={(event) => set({ channel: event.currentTarget.value })}
            />
          </Field>
        </>
      )}
      {form.kind === 'slack_webhook' && (
        <Secret
          {...field('webhook_url', 'Webhook address', 'Whoever has it can post: it is kept like a password')}
          id={`${id}-webhook`}
          isStored={stored.includes('webhook_url')}
          value={form.webhook_url}
          onChange={(webhook_url) => set({ webhook_url })}
        />
      )}
      {form.kind === 'webhook' && (
        <>
          <Field {...field('url', 'Address', 'Private addresses are refused unless the server allows them')} required>
            <Input
              id={`${id}-url`}
              value={form.url}
              maxLength={2048}
              placeholder="https://hooks.shop.example/alerts"
              onChange={(event) => set({ url: event.currentTarget.value })}
            />
          </Field>
          <Secret
            {...field('secret', 'Secret', 'Signs every request (HMAC-SHA256), so that the receiver knows it is ours')}
            id={`${id}-secret`}
            isStored={stored.includes('secret') && form.secret !== null}
            isOptional
            value={form.secret ?? ''}
            onChange={(secret) => set({ secret })}
            {...(stored.includes('secret') && { onRemove: () => set({ secret: null }) })}
          />
          {form.secret === null && (
            <Alert severity="warning" title="The secret is removed when you save: requests are no longer signed" />
          )}
        </>
      )}
      {(form.kind === 'email' || form.kind === 'slack_webhook') && (
        <Box marginBottom={2}>
          <Checkbox
            label="Tell of acknowledgements"
            description="Whoever was told of an alert hears who has taken it on, in the same conversation"
            value={form.tell_acknowledgements}
            onChange={(event) => set({ tell_acknowledgements: event.currentTarget.checked })}
          />
        </Box>
      )}
      <FormButtons
        save={channel ? 'Save the channel' : 'Create the channel'}
        isSaving={save.running}
        onCancel={onCancel}
      />
    </form>
  );
}

interface SecretProps {
  id: string;
  label: string;
  description?: string | undefined;
  invalid: boolean;
  error: string | undefined;
  isStored: boolean;
  isOptional?: boolean;
  value: string;
  onChange: (value: string) => void;
  onRemove?: () => void;
}

/** A secret that the server may have already: it can be replaced, never read. */
function Secret({ id, isStored, isOptional, value, onChange, onRemove, ...field }: SecretProps) {
  const [isReplacing, setIsReplacing] = useState(false);
  const isConfigured = isStored && !isReplacing;
  return (
    <Field {...field} required={!isOptional}>
      <Stack gap={1} alignItems="center">
        <SecretInput
          id={id}
          isConfigured={isConfigured}
          value={value}
          autoComplete="off"
          onReset={() => {
            setIsReplacing(true);
            onChange('');
          }}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        {isConfigured && onRemove && (
          <Button type="button" size="sm" variant="destructive" fill="text" onClick={onRemove}>
            Remove
          </Button>
        )}
      </Stack>
    </Field>
  );
}
