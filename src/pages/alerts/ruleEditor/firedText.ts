import type { AlertPreview } from '../../../contract/resources/alertPreviews';

/** How often a rule would have fired, as in "Would have fired 4 times in the last 7 days". */
export function firedText({ instance_count: count, evaluations, suppressed }: AlertPreview, days: number): string {
  const often =
    count === 0 ? 'not have fired' : `have fired ${count === 1 ? 'once' : `${count.toLocaleString('en')} times`}`;
  const held =
    suppressed > 0
      ? ` ${suppressed.toLocaleString('en')} more firings were held back by the cooldown or the limit of alerts.`
      : '';
  return `Would ${often} in the last ${days === 1 ? 'day' : `${days} days`} (${evaluations.toLocaleString('en')} evaluations).${held}`;
}
