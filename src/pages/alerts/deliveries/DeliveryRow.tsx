import { css } from '@emotion/css';
import { dateTime, type GrafanaTheme2 } from '@grafana/data';
import { Badge, CollapsableSection, Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { formatTime } from '../../../components/formatTime';
import { alertInstancePath } from '../../../contract/pagePaths';
import type { DeliveryAttempt, NotificationDelivery } from '../../../contract/resources/notificationDeliveries';
import { deliveryKindTexts, deliveryStatusTexts, outcomeTexts } from './deliveryTexts';

/** One message to one channel: what became of it, and each attempt with the provider's answer. */
export function DeliveryRow({ delivery }: { delivery: NotificationDelivery }) {
  const styles = useStyles2(getStyles);
  const [isOpen, setIsOpen] = useState(false);
  const { label, color, description } = deliveryStatusTexts[delivery.status];
  const { attempts, attempt_count: count } = delivery;
  const [instance] = delivery.instance_ids;
  return (
    <div className={styles.row}>
      <Stack gap={1} wrap="wrap" alignItems="center">
        <Badge text={label} color={color} tooltip={description} />
        <Text weight="medium">{deliveryKindTexts[delivery.kind]}</Text>
        <Text color="secondary">
          to “{delivery.channel_name}”{delivery.channel_kind === null ? ' (there was no such channel)' : ''},{' '}
          <span title={formatTime(delivery.created_at)}>{dateTime(delivery.created_at).fromNow()}</span>
        </Text>
      </Stack>
      <Text>
        {instance === undefined ? (
          delivery.summary
        ) : (
          <TextLink inline href={alertInstancePath(instance)}>
            {delivery.summary}
          </TextLink>
        )}
        {delivery.instance_ids.length > 1 && ` (${delivery.instance_ids.length} alerts in one message)`}
      </Text>
      {delivery.answer !== null && (
        <Text color={delivery.status === 'failed' ? 'error' : 'secondary'}>{delivery.answer}</Text>
      )}
      <NextStep delivery={delivery} />
      {count > 0 && (
        <CollapsableSection
          label={<Text variant="bodySmall">{count === 1 ? '1 attempt' : `${count} attempts`}</Text>}
          isOpen={isOpen}
          onToggle={setIsOpen}
        >
          <ol className={styles.attempts}>
            {attempts.map((attempt) => (
              <li key={attempt.number} value={attempt.number}>
                <Text variant="bodySmall">{attemptText(attempt)}</Text>
              </li>
            ))}
          </ol>
          {count > attempts.length && (
            <Text variant="bodySmall" color="secondary">
              The {attempts.length} latest of {count} are kept.
            </Text>
          )}
        </CollapsableSection>
      )}
    </div>
  );
}

/** What will be done next, where something will be. */
function NextStep({ delivery }: { delivery: NotificationDelivery }) {
  if (delivery.status !== 'waiting') {
    return null;
  }
  return (
    <Text variant="bodySmall" color="warning">
      {nextText(delivery.next_attempt_at, dateTime().valueOf())}; given up at {formatTime(delivery.gives_up_at)}.
    </Text>
  );
}

/** When it is tried next; what is due already waits for a server that sends. */
function nextText(next: string | null, now: number): string {
  if (next === null) {
    return 'Tried next as soon as possible';
  }
  return Date.parse(next) > now
    ? `Tried next ${dateTime(next).fromNow()} (${formatTime(next)})`
    : `Due since ${formatTime(next)}: it is sent as soon as the server gets to it`;
}

function attemptText({ started_at, finished_at, outcome, answer }: DeliveryAttempt): string {
  const took =
    finished_at === null ? '' : `, ${(Date.parse(finished_at) - Date.parse(started_at)).toLocaleString('en')} ms`;
  const result = outcome === null ? 'under way' : outcomeTexts[outcome];
  return `${formatTime(started_at)}${took}: ${result}${answer === null ? '' : `. ${answer}`}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1, 1.5),
    borderRadius: theme.shape.radius.default,
    backgroundColor: theme.colors.background.secondary,
    overflowWrap: 'anywhere',
  }),
  attempts: css({ paddingLeft: theme.spacing(3) }),
});
