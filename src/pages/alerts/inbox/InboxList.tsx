import { locationService } from '@grafana/runtime';
import { Button, Checkbox, useStyles2 } from '@grafana/ui';
import React, { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { mayEdit } from '../../../api/datasource';
import { AlertActions } from '../../../components/alerts/AlertActions';
import { AlertRow } from '../../../components/alerts/AlertRow';
import { getRowStyles } from '../../../components/alerts/alertRowStyles';
import { canBeDone, type Deed } from '../../../components/alerts/deedTexts';
import { focusNextRow, focusedAlert } from '../../../components/alerts/focusedAlert';
import { measuredTexts } from '../../../components/alerts/measuredTexts';
import { useListKeys } from '../../../components/useListKeys';
import { useNow } from '../../../components/useNow';
import { alertInstancePath } from '../../../contract/pagePaths';
import type { AlertInstanceDetail } from '../../../contract/resources/alertInstances';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';
import { BulkBar } from './BulkBar';
import { KeyHelp } from './KeyHelp';
import { useHeldRows } from './useHeldRows';
import { useInboxDeeds } from './useInboxDeeds';

interface Props {
  datasourceUid: string;
  alerts: readonly AlertInstanceDetail[];
  rules: ReadonlyMap<string, AlertRuleDetail> | undefined;
  onLabel: (name: string, value: string) => void;
  /** After a deed, and where somebody wants to see what there is now. */
  onChange: () => void;
  /** What to see where there is no alert. */
  nothing: ReactNode;
}

/** What is being asked about: one alert, or (no id) all that are selected. */
interface Asking {
  deed: Deed;
  id?: string;
}

const everyMs = 15_000;
const none: ReadonlySet<string> = new Set();

/** The rows of the inbox. While somebody points at them, they stay where they are. */
export function InboxList({ datasourceUid, alerts, rules, onLabel, onChange, nothing }: Props) {
  const styles = useStyles2(getRowStyles);
  const now = useNow(everyMs);
  const list = useRef<HTMLDivElement>(null);
  const { rows, waiting, hold, release, renew, renewNext, drop } = useHeldRows(alerts);
  const [marked, setMarked] = useState(none);
  const [asking, setAsking] = useState<Asking>();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const selected = useMemo(
    () => rows.filter(({ item, isGone }) => marked.has(item.id) && !isGone).map(({ item }) => item),
    [rows, marked]
  );
  const done = useCallback(
    (deed: Deed, ids: readonly string[]) => {
      if (deed !== 'comment') {
        focusNextRow(list.current, ids);
        drop(ids);
        setMarked((before) => new Set([...before].filter((id) => !ids.includes(id))));
      }
      onChange();
    },
    [drop, onChange]
  );
  const deeds = useInboxDeeds(datasourceUid, done);
  const reload = () => {
    setAsking(undefined);
    renewNext();
    onChange();
  };
  const ask = (deed: Deed) => () => {
    const current = rows.find(({ item }) => item.id === focusedAlert(list.current))?.item;
    if (deed !== 'comment' && selected.some(({ status }) => canBeDone(deed, status))) {
      setAsking({ deed });
    } else if (current !== undefined && canBeDone(deed, current.status)) {
      setAsking({ deed, id: current.id });
    }
  };
  const looking = { n: renew, '?': () => setIsHelpOpen(true) };
  useListKeys(list, mayEdit() ? { ...looking, a: ask('acknowledge'), r: ask('resolve'), c: ask('comment') } : looking);

  return (
    <div>
      {isHelpOpen && <KeyHelp mayEdit={mayEdit()} onClose={() => setIsHelpOpen(false)} />}
      {mayEdit() && (rows.length > 0 || deeds.outcome) && (
        <BulkBar
          listed={rows.length}
          selected={selected}
          asking={asking?.id === undefined ? asking?.deed : undefined}
          outcome={deeds.outcome}
          onAsk={(deed) => setAsking(deed && { deed })}
          onSend={(deed, said) => deeds.many(selected, deed, said)}
          onSelectAll={(isSelected) => setMarked(isSelected ? new Set(rows.map(({ item }) => item.id)) : none)}
          onHelp={() => setIsHelpOpen(true)}
        />
      )}
      {waiting > 0 && (
        <Button size="sm" variant="secondary" icon="arrow-up" onClick={renew}>
          {waiting} new {waiting === 1 ? 'alert' : 'alerts'}: show (n)
        </Button>
      )}
      {rows.length === 0 && nothing}
      <div
        ref={list}
        onPointerEnter={hold}
        onFocus={hold}
        // A row that is asked about stays, and its dialog with it: the focus is in there, outside the list.
        onPointerLeave={(event) =>
          asking === undefined && !event.currentTarget.contains(document.activeElement) && release()
        }
        onBlur={(event) =>
          asking === undefined &&
          !event.currentTarget.contains(event.relatedTarget) &&
          !event.currentTarget.matches(':hover') &&
          release()
        }
      >
        <ul className={styles.list} aria-label="Alerts">
          {rows.map(({ item, isGone }) => (
            <AlertRow
              key={item.id}
              alert={{ ...item, ...measuredTexts(item, rules?.get(item.alert_rule_id)) }}
              now={now}
              isMarked={marked.has(item.id)}
              onLabel={onLabel}
              {...(isGone && { note: 'Not here any more: its state has changed meanwhile.' })}
              {...(mayEdit() && {
                lead: (
                  <Checkbox
                    aria-label={`Select ${item.title}`}
                    data-list-row
                    value={marked.has(item.id)}
                    onChange={({ currentTarget: { checked } }) =>
                      setMarked(
                        (before) => new Set([...before].filter((id) => id !== item.id).concat(checked ? item.id : []))
                      )
                    }
                    onKeyDown={({ key }) => key === 'Enter' && locationService.push(alertInstancePath(item.id))}
                  />
                ),
                actions: (
                  <AlertActions
                    alert={item}
                    asking={asking?.id === item.id ? asking.deed : undefined}
                    onAsk={(deed) => setAsking(deed && { deed, id: item.id })}
                    onSend={(deed, said) => deeds.one(item, deed, said)}
                    onReload={reload}
                  />
                ),
              })}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}
