import { Text } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { toApiError } from '../../../api/toApiError';
import type { LabelMatcher } from '../../../contract/alerting/LabelMatcher';
import { completeMatchers, matchersText } from './matcherTexts';

interface Props {
  datasourceUid: string;
  matchers: readonly LabelMatcher[];
}

const settleMs = 400;

/** How many open alerts the conditions fit, while they are typed. */
export function MatchedAlerts({ datasourceUid, matchers }: Props) {
  const labels = matchersText(completeMatchers(matchers));
  const [answer, setAnswer] = useState<{ labels: string; text: string; isWrong: boolean }>();

  useEffect(() => {
    if (labels === '') {
      return undefined;
    }
    let left = false;
    const ask = async () => {
      try {
        const { active, acknowledged } = await callRoute(datasourceUid, 'countAlertInstances', { query: { labels } });
        const count = [active, acknowledged].flatMap((part) => Object.values(part)).reduce((sum, one) => sum + one, 0);
        if (!left) {
          setAnswer({ labels, text: matchedText(count), isWrong: false });
        }
      } catch (thrown) {
        if (!left) {
          setAnswer({ labels, text: toApiError(thrown).message, isWrong: true });
        }
      }
    };
    const timer = setTimeout(() => void ask(), settleMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [datasourceUid, labels]);

  return (
    <div role="status" aria-label="What it fits now">
      {labels !== '' && (
        <Text variant="bodySmall" color={answer?.isWrong ? 'error' : 'secondary'}>
          {answer?.labels === labels ? answer.text : 'Counting open alerts…'}
        </Text>
      )}
    </div>
  );
}

/** `1 open alert fits now`. */
export function matchedText(count: number): string {
  if (count === 0) {
    return 'No open alert fits now; it holds for those to come.';
  }
  return count === 1 ? '1 open alert fits now.' : `${count.toLocaleString('en')} open alerts fit now.`;
}
