import { dateTime } from '@grafana/data';
import { useCallback, useEffect, useState } from 'react';
import type { ApiError } from '../../../api/ApiError';
import { callRoute } from '../../../api/callRoute';
import { toApiError } from '../../../api/toApiError';
import type { AlertPreview, PreviewAlertRule } from '../../../contract/resources/alertPreviews';

/** What a rule would have done: the newest answer, which stays while a newer one is made. */
export interface Preview {
  value?: AlertPreview;
  error?: ApiError;
  loading: boolean;
  retry: () => void;
}

/** So long nothing must have been typed. */
export const settleMs = 600;

interface Answer {
  question: string;
  value?: AlertPreview;
  error?: ApiError;
}

/**
 * Tries a rule on the last `days`, once it has not changed for a moment; a question that is out of date is called off.
 * `rule` undefined: there is nothing to try.
 */
export function usePreview(datasourceUid: string, rule: PreviewAlertRule['rule'] | undefined, days: number): Preview {
  const [answer, setAnswer] = useState<Answer>();
  const [turn, setTurn] = useState(0);
  const question = rule === undefined ? undefined : JSON.stringify({ rule, days, turn });

  useEffect(() => {
    if (question === undefined) {
      return undefined;
    }
    let left = false;
    const keep = (outcome: Omit<Answer, 'question'>) =>
      // The last picture stays beside an error: it is still what was true of the rule before.
      !left && setAnswer((before) => ({ ...(before?.value && { value: before.value }), ...outcome, question }));
    const ask = async () => {
      const asked = JSON.parse(question) as { rule: PreviewAlertRule['rule'] };
      const now = dateTime();
      const to = now.toISOString();
      const from = now.subtract(days, 'days').toISOString();
      try {
        const value = await callRoute(
          datasourceUid,
          'previewAlertRule',
          { body: { rule: asked.rule, from, to } },
          { replaces: 'seamark-rule-preview' }
        );
        if (!left) {
          setAnswer({ question, value });
        }
      } catch (thrown) {
        keep({ error: toApiError(thrown) });
      }
    };
    const timer = setTimeout(() => void ask(), settleMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [datasourceUid, question, days]);

  const retry = useCallback(() => setTurn((before) => before + 1), []);
  const isCurrent = answer?.question === question;
  return {
    ...(answer?.value && { value: answer.value }),
    ...(isCurrent && answer?.error && { error: answer.error }),
    loading: question !== undefined && !isCurrent,
    retry,
  };
}
