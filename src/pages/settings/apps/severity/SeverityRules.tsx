import { Alert, Button, Stack, Text } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../../api/callRoute';
import { useAction } from '../../../../api/useAction';
import { useLoaded } from '../../../../api/useLoaded';
import { ErrorNotice } from '../../../../components/ErrorNotice';
import type { App } from '../../../../contract/resources/apps';
import { draftsOf, emptyDraft, isComplete, moved, rulesOf, type RuleDraft } from './RuleDraft';
import { RuleFields } from './RuleFields';
import { TryError, type SampleError } from './TryError';
import { useSettled } from './useSettled';

interface Props {
  datasourceUid: string;
  app: App;
  onChange: () => void;
}

const mostRules = 20;
const typingPauseMs = 300;

/** How bad the app says that its errors are: the rules, and an error to try them with. */
export function SeverityRules({ datasourceUid, app, onChange }: Props) {
  const [drafts, setDrafts] = useState(() => draftsOf(app.severity_rules));
  const [sample, setSample] = useState<SampleError>({ type: '', message: '', url: '', handled: false });
  const [tried, setTried] = useState(false);
  const preview = usePreview(datasourceUid, drafts, sample);
  const save = useAction(
    useCallback(async () => {
      await callRoute(datasourceUid, 'updateApp', {
        params: { id: app.id },
        body: { severity_rules: rulesOf(drafts) },
      });
      onChange();
    }, [datasourceUid, app.id, drafts, onChange])
  );
  const change = (key: number, part: Partial<RuleDraft>) =>
    setDrafts((before) => before.map((rule) => (rule.key === key ? { ...rule, ...part } : rule)));
  const problemOf = (rule: RuleDraft) =>
    tried && !isComplete(rule) ? 'Fill in the class, the message or the page.' : preview.problems.get(rule.key);

  return (
    <Stack direction="column" gap={2}>
      <Text color="secondary">
        Where the client does not say how bad an error is, the first rule that fits decides. All that a rule names must
        fit: * in class and page stands for anything, the message is a regular expression found anywhere in it.
      </Text>
      {save.error && <ErrorNotice title="The rules were not saved" message={save.error.message} />}
      {preview.overall !== undefined && <Alert severity="error" title={`The rules are ${preview.overall}`} />}
      {preview.error && <ErrorNotice title="The rules cannot be tried" message={preview.error.message} />}
      {drafts.map((rule, index) => (
        <RuleFields
          key={rule.key}
          place={index + 1}
          rule={rule}
          problem={problemOf(rule)}
          isFirst={index === 0}
          isLast={index === drafts.length - 1}
          onChange={(part) => change(rule.key, part)}
          onMove={(by) => setDrafts(moved(drafts, index, by))}
          onRemove={() => setDrafts(drafts.filter(({ key }) => key !== rule.key))}
        />
      ))}
      <Stack gap={1}>
        <Button
          variant="secondary"
          icon="plus"
          disabled={drafts.length >= mostRules}
          onClick={() => setDrafts([...drafts, emptyDraft(Math.max(0, ...drafts.map(({ key }) => key + 1)))])}
        >
          Add a rule
        </Button>
        <Button
          disabled={save.running}
          onClick={() => {
            setTried(true);
            if (drafts.every(isComplete)) {
              void save.run();
            }
          }}
        >
          {save.running ? 'Saving…' : 'Save the rules'}
        </Button>
      </Stack>
      <TryError
        sample={sample}
        preview={preview.answer}
        onChange={(part) => setSample((before) => ({ ...before, ...part }))}
      />
    </Stack>
  );
}

/** What the server says of the rules as they are typed. Rules that are not complete yet are left out. */
function usePreview(datasourceUid: string, drafts: readonly RuleDraft[], sample: SampleError) {
  const asked = useSettled(JSON.stringify({ drafts: drafts.filter(isComplete), sample }), typingPauseMs);
  const { value, error } = useLoaded(
    useCallback(async () => {
      const { drafts: rules, sample: sent }: { drafts: RuleDraft[]; sample: SampleError } = JSON.parse(asked);
      const answer = await callRoute(datasourceUid, 'previewSeverity', {
        body: { rules: rulesOf(rules), error: sent },
      });
      return { ...answer, keys: rules.map(({ key }) => key) };
    }, [datasourceUid, asked])
  );
  const keyOf = (index: number | null) => (index === null ? undefined : value?.keys[index]);
  const decides = keyOf(value?.rule ?? null);
  const place = drafts.findIndex(({ key }) => key === decides) + 1;
  return {
    error,
    answer: value && { severity: value.severity, place: place === 0 ? null : place },
    overall: value?.problems.find(({ rule }) => rule === null)?.message,
    problems: new Map(value?.problems.map(({ rule, message }) => [keyOf(rule), `This is ${message}.`])),
  };
}
