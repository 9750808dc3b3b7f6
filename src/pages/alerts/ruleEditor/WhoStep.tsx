import { CollapsableSection, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { AlertPreview } from '../../../contract/resources/alertPreviews';
import { severities } from '../../../contract/severities';
import { ChannelsInput } from './ChannelsInput';
import { ChoiceInput } from './ChoiceInput';
import { LabelsInput } from './LabelsInput';
import { MessagePreview } from './MessagePreview';
import { NumberInput } from './NumberInput';
import type { RuleForm } from './RuleForm';
import { TextInput } from './TextInput';

const severityOptions = severities.map((value) => ({ value, label: value }));

interface Props {
  datasourceUid: string;
  /** What the rule would have done, for a sample of its message. */
  preview: AlertPreview | undefined;
}

/** Step 3: who is told, how often, and what they read. */
export function WhoStep({ datasourceUid, preview }: Props) {
  const { formState } = useFormContext<RuleForm>();
  const [isOpen, setIsOpen] = useState(false);
  const hasProblem = formState.errors.title_template !== undefined || formState.errors.message_template !== undefined;
  return (
    <Stack direction="column" gap={2}>
      <ChoiceInput name="severity" label="Severity" options={severityOptions} />
      <ChannelsInput datasourceUid={datasourceUid} />
      <Stack gap={2} wrap="wrap" alignItems="flex-start">
        <NumberInput name="cooldown_minutes" />
        <NumberInput name="reminder_minutes" />
      </Stack>
      <LabelsInput />
      <CollapsableSection
        label="What people read"
        isOpen={isOpen || hasProblem}
        onToggle={setIsOpen}
        unmountContentWhenClosed={false}
      >
        <Stack direction="column" gap={2}>
          <TextInput
            name="title_template"
            label="Title"
            description="Liquid, as in {{ rule.name }}: {{ labels.page_path }} at {{ value_text }}. Empty: made of the rule"
            maxLength={2048}
          />
          <TextInput
            name="message_template"
            label="Message"
            description="May use rule.name, rule.description, rule.severity, value, limit and the labels; nothing of a person"
            maxLength={2048}
            isLong
          />
          <MessagePreview preview={preview} />
        </Stack>
      </CollapsableSection>
    </Stack>
  );
}
