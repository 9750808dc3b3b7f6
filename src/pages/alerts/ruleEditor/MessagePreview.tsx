import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React, { useEffect, useMemo, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { unitOfCondition } from '../../../contract/alerting/unitOfCondition';
import { plainMessage, plainTitle } from '../../../contract/alerting/plainTexts';
import type { AlertPreview } from '../../../contract/resources/alertPreviews';
import type { CreateAlertRule } from '../../../contract/resources/alertRules';
import type { RuleForm } from './RuleForm';
import { ruleOfForm } from './ruleOfForm';
import { sampleFacts } from './sampleFacts';

interface Texts {
  title: string;
  message: string;
}

/** What people would read, with the values of an alert that would have opened, or made-up ones. */
export function MessagePreview({ preview }: { preview: AlertPreview | undefined }) {
  const styles = useStyles2(getStyles);
  const { control } = useFormContext<RuleForm>();
  const form = useWatch({ control }) as RuleForm;
  const rule = JSON.stringify(ruleOfForm(form));
  const facts = useMemo(() => sampleFacts(JSON.parse(rule), preview), [rule, preview]);
  const [texts, setTexts] = useState<Texts | { error: string }>();
  const { title_template: title, message_template: message } = form;

  useEffect(() => {
    let left = false;
    const fill = async () => {
      // The engine of the templates is loaded only where somebody looks at a message.
      const { fillTemplate } = await import('./fillTemplate');
      const condition: Pick<CreateAlertRule, 'condition_type' | 'condition_config'> = JSON.parse(rule);
      const plain = {
        ...facts,
        rule: { ...condition, ...facts.rule },
        subject: facts.subject === '' ? undefined : facts.subject,
        unit: unitOfCondition(condition),
      };
      const outcome = {
        title: title.trim() === '' ? plainTitle(plain) : fillTemplate(title, facts),
        message: message.trim() === '' ? plainMessage(plain) : fillTemplate(message, facts),
      };
      if (!left) {
        setTexts(outcome);
      }
    };
    fill().catch((thrown: unknown) => {
      if (!left) {
        setTexts({ error: thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : 'The template is wrong' });
      }
    });
    return () => {
      left = true;
    };
  }, [title, message, facts, rule]);

  return (
    <div className={styles} role="status" aria-label="Sample of the message">
      {texts === undefined ? null : 'error' in texts ? (
        <Text color="error">{texts.error}</Text>
      ) : (
        <>
          <div>
            <Text weight="medium">{texts.title}</Text>
          </div>
          <div style={{ whiteSpace: 'pre-wrap' }}>{texts.message}</div>
        </>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    padding: theme.spacing(1, 1.5),
    borderLeft: `3px solid ${theme.colors.border.strong}`,
    backgroundColor: theme.colors.background.secondary,
    overflowWrap: 'anywhere',
    minHeight: theme.spacing(5),
  });
