import type { AlertInstanceDetail } from '../../contract/resources/alertInstances';

/** What a person calls what an alert is about; undefined where its labels say it. */
export function subjectOf({
  triggered_data,
}: Partial<Pick<AlertInstanceDetail, 'triggered_data'>>): string | undefined {
  const subject = triggered_data?.subject;
  return typeof subject === 'string' && subject !== '' ? subject : undefined;
}
