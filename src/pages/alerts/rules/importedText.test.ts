import type { ImportAnswer } from '../../../contract/resources/asCode';
import { importedText } from './importedText';

const answer = (dry_run: boolean, ...outcomes: Array<ImportAnswer['items'][number]['outcome']>): ImportAnswer => ({
  dry_run,
  items: outcomes.map((outcome, index) => ({ kind: 'alert rule', name: String(index), outcome })),
  problems: [],
});

describe('what an import did', () => {
  it.each([
    [answer(true, 'created', 'updated', 'unchanged', 'created'), 'Would create 2, change 1, leave 1 as they are.'],
    [answer(false, 'created', 'unchanged'), 'Created 1, left 1 as they are.'],
    [answer(true, 'unchanged'), 'Everything is as it says already.'],
    [answer(true), 'There is nothing in it to import.'],
  ])('%#', (given, text) => {
    expect(importedText(given)).toBe(text);
  });
});
