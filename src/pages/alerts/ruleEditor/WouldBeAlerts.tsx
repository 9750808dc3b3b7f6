import { Text } from '@grafana/ui';
import React from 'react';
import { formatTime } from '../../../components/formatTime';
import { describeDuration } from '../../../contract/alerting/describeDuration';
import { formatMeasured, type MeasuredUnit } from '../../../contract/alerting/MeasuredUnit';
import type { AlertPreview, PreviewedInstance } from '../../../contract/resources/alertPreviews';
import { nameOfLabels } from './previewData';

const mostShown = 8;

interface Props {
  preview: AlertPreview;
  unit: MeasuredUnit | undefined;
}

/** The alerts that would have opened, one a line. */
export function WouldBeAlerts({ preview, unit }: Props) {
  const { instances, instance_count: count } = preview;
  if (instances.length === 0) {
    return null;
  }
  const shown = instances.slice(-mostShown).reverse();
  return (
    <ul aria-label="Alerts that would have opened" style={{ listStyle: 'none' }}>
      {shown.map((instance, index) => (
        <li key={index}>
          <Text variant="bodySmall">{textOf(instance, unit)}</Text>
        </li>
      ))}
      {count > shown.length && (
        <li>
          <Text variant="bodySmall" color="secondary">
            and {(count - shown.length).toLocaleString('en')} before these
          </Text>
        </li>
      )}
    </ul>
  );
}

const concerns = { condition: '', 'no data': 'no data, ', error: 'cannot be evaluated, ', 'too many': 'too many, ' };

function textOf(
  { labels, concern, subject, started_at, ended_at, peak_value }: PreviewedInstance,
  unit: MeasuredUnit | undefined
) {
  const who = Object.keys(labels).length > 0 ? `${nameOfLabels(labels, subject)}: ` : '';
  const lasted =
    ended_at === null
      ? 'still open'
      : `for ${describeDuration((Date.parse(ended_at) - Date.parse(started_at)) / 1000)}`;
  const peak = peak_value === null ? '' : `, furthest ${formatMeasured(peak_value, unit)}`;
  return `${formatTime(started_at)}, ${who}${concerns[concern]}${lasted}${peak}`;
}
