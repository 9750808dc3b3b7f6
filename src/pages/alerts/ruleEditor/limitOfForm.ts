import { readNumber } from './numberFields';
import type { RuleForm } from './RuleForm';

/** The number that values are held against, as it is typed now; `isMissing` where one is needed and is not there yet. */
export function limitOfForm(form: RuleForm): { limit: number | undefined; isMissing: boolean } {
  switch (form.condition) {
    case 'threshold':
    case 'compared':
      return limitIn(form.value);
    case 'rate':
      return limitIn(form.per_minute_above);
    case 'certificate':
      return limitIn(form.days);
    case 'steady':
      return limitIn(form.min_change_percent);
    default:
      return { limit: undefined, isMissing: false };
  }
}

function limitIn(text: string): { limit: number | undefined; isMissing: boolean } {
  const limit = readNumber(text);
  const isNumber = limit !== undefined && Number.isFinite(limit);
  return { limit: isNumber ? limit : undefined, isMissing: !isNumber };
}
