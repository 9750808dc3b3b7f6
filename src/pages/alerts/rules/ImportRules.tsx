import { Alert, Button, Field, FileUpload, Modal, Stack, TextArea } from '@grafana/ui';
import React, { useCallback, useId, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useAction } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import type { ImportAnswer } from '../../../contract/resources/asCode';
import { importedText } from './importedText';

interface Props {
  datasourceUid: string;
  onClose: () => void;
  onImport: () => void;
}

/** Brings what is stored to what a YAML says; shows first what that would change. */
export function ImportRules({ datasourceUid, onClose, onImport }: Props) {
  const id = useId();
  const [yaml, setYaml] = useState('');
  const [answer, setAnswer] = useState<{ of: string; outcome: ImportAnswer }>();
  const send = useAction(
    useCallback(
      async (text: string, isTrial: boolean) => {
        const outcome = await callRoute(datasourceUid, 'importAlertRules', { body: { yaml: text, dry_run: isTrial } });
        setAnswer({ of: text, outcome });
        if (!isTrial) {
          onImport();
        }
      },
      [datasourceUid, onImport]
    )
  );
  // What was said of another text says nothing of this one.
  const outcome = answer?.of === yaml ? answer.outcome : undefined;
  return (
    <Modal isOpen title="Import rules from YAML" onDismiss={onClose}>
      <Stack direction="column" gap={2}>
        <div>
          <FileUpload
            accept=".yaml,.yml"
            size="sm"
            showFileName
            onFileUpload={(event) => {
              const file = event.currentTarget.files?.[0];
              void file?.text().then(setYaml);
            }}
          >
            Choose a file
          </FileUpload>
        </div>
        <Field noMargin label="YAML" description="What an export wrote, or a file of the provisioning folder">
          <TextArea
            id={id}
            rows={12}
            value={yaml}
            spellCheck={false}
            onChange={(event) => setYaml(event.currentTarget.value)}
          />
        </Field>
        {send.error && <ErrorNotice title="Nothing was imported" message={send.error.message} />}
        {outcome && (
          <>
            <div role="status">{importedText(outcome)}</div>
            {outcome.problems.length > 0 && (
              <Alert severity="warning" title={outcome.dry_run ? 'Would be left out' : 'Left out'}>
                <ul>
                  {outcome.problems.map((problem) => (
                    <li key={problem}>{problem}</li>
                  ))}
                </ul>
              </Alert>
            )}
          </>
        )}
        <Modal.ButtonRow>
          <Button variant="secondary" fill="outline" onClick={onClose}>
            Close
          </Button>
          <Button
            variant="secondary"
            disabled={send.running || yaml.trim() === ''}
            onClick={() => void send.run(yaml, true)}
          >
            Show what it would change
          </Button>
          <Button
            disabled={send.running || outcome?.dry_run !== true || outcome.items.length === 0}
            onClick={() => void send.run(yaml, false)}
          >
            Import
          </Button>
        </Modal.ButtonRow>
      </Stack>
    </Modal>
  );
}
