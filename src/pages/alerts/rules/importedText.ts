import type { ImportAnswer } from '../../../contract/resources/asCode';

/** What an import did or would do, in words: "Would create 2, change 1, leave 3 as they are." */
export function importedText({ dry_run: isTrial, items }: ImportAnswer): string {
  const count = (outcome: ImportAnswer['items'][number]['outcome']) =>
    items.filter((item) => item.outcome === outcome).length;
  const [created, updated, unchanged] = [count('created'), count('updated'), count('unchanged')];
  if (created + updated === 0) {
    return items.length === 0 ? 'There is nothing in it to import.' : 'Everything is as it says already.';
  }
  const parts = [
    created > 0 ? `${isTrial ? 'create' : 'created'} ${created}` : '',
    updated > 0 ? `${isTrial ? 'change' : 'changed'} ${updated}` : '',
    unchanged > 0 ? `${isTrial ? 'leave' : 'left'} ${unchanged} as they are` : '',
  ].filter(Boolean);
  const text = parts.join(', ');
  return isTrial ? `Would ${text}.` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
