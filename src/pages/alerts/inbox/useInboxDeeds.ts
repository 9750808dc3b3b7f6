import { useCallback, useState } from 'react';
import { actOnAlert, actOnAlerts, type NotActedOn } from '../../../api/actOnAlerts';
import type { Said } from '../../../components/alerts/DeedForm';
import { deedTexts, type Deed } from '../../../components/alerts/deedTexts';
import type { AlertInstanceDetail } from '../../../contract/resources/alertInstances';

/** What the last deed did: in words, and what it left as it was. */
export interface Outcome {
  text: string;
  left: ReadonlyArray<NotActedOn<AlertInstanceDetail>>;
}

/** What a person does to alerts of the inbox, and how the last of it went. `onDone` is given the ids that were acted on. */
export function useInboxDeeds(datasourceUid: string, onDone: (deed: Deed, ids: readonly string[]) => void) {
  const [outcome, setOutcome] = useState<Outcome>();
  const one = useCallback(
    async (alert: AlertInstanceDetail, deed: Deed, said: Said) => {
      setOutcome(undefined);
      await actOnAlert(datasourceUid, alert, { act: deed, ...said });
      setOutcome({ text: `“${alert.title}” ${deedTexts[deed].done}.`, left: [] });
      onDone(deed, [alert.id]);
    },
    [datasourceUid, onDone]
  );
  const many = useCallback(
    async (alerts: readonly AlertInstanceDetail[], deed: Deed, said: Said) => {
      setOutcome(undefined);
      const left = await actOnAlerts(datasourceUid, alerts, { act: deed, ...said });
      const done = alerts.filter(({ id }) => !left.some(({ alert }) => alert.id === id));
      setOutcome({
        text: `${done.length} ${done.length === 1 ? 'alert' : 'alerts'} ${deedTexts[deed].done}.`,
        left,
      });
      onDone(
        deed,
        done.map(({ id }) => id)
      );
    },
    [datasourceUid, onDone]
  );
  return { outcome, clearOutcome: useCallback(() => setOutcome(undefined), []), one, many };
}
