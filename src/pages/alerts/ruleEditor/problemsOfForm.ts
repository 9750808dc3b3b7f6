import { needsMetric } from '../../../components/queryBuilder/needsMetric';
import { countingKinds, queriedKinds } from './ConditionKind';
import { numbersOfCondition, paceNumbers } from './conditionOfForm';
import { complaintAboutNumber, readNumber, type NumberFieldName } from './numberFields';
import type { RuleForm } from './RuleForm';

/** What is wrong with a form, by field; empty when it can be sent. What only the server knows it says itself. */
export type FormProblems = Partial<Record<keyof RuleForm, string>>;

const settingNumbers = [
  'cooldown_minutes',
  'reminder_minutes',
  'keep_firing_minutes',
  'max_label_sets',
  'stale_hours',
] as const satisfies NumberFieldName[];

const labelName = /^[a-zA-Z_][a-zA-Z0-9_]{0,63}$/;

/** Problems of the condition alone: without them it can be tried on what is stored. */
export function problemsOfCondition(form: RuleForm): FormProblems {
  const problems: FormProblems = {};
  for (const name of [...numbersOfCondition[form.condition], ...paceNumbers]) {
    const complaint = complaintAboutNumber(name, form[name]);
    if (complaint !== undefined) {
      problems[name] = complaint;
    }
  }
  const isQueried = queriedKinds.includes(form.condition);
  if (isQueried && !countingKinds.includes(form.condition) && needsMetric(form.query)) {
    problems.query = 'Choose a metric.';
  }
  if (form.condition === 'message' && form.regex === '') {
    problems.regex = 'Type what the message is to match.';
  }
  if (form.condition === 'health' && form.service_name.trim() === '') {
    problems.service_name = 'Name a service, or * for all of them.';
  }
  if (form.condition === 'sequence' && form.a.length === 0) {
    problems.a = 'Say which event comes first.';
  }
  if (form.condition === 'sequence' && form.b.length === 0) {
    problems.b = 'Say which event is to follow.';
  }
  const recovery = recoveryComplaint(form);
  if (recovery !== undefined && problems.recovery_value === undefined) {
    problems.recovery_value = recovery;
  }
  return problems;
}

export function problemsOfForm(form: RuleForm): FormProblems {
  const problems = problemsOfCondition(form);
  if (form.name.trim() === '') {
    problems.name = 'Give the rule a name: it is what people read first at night.';
  }
  for (const name of settingNumbers) {
    const complaint = complaintAboutNumber(name, form[name]);
    if (complaint !== undefined) {
      problems[name] = complaint;
    }
  }
  const names = form.labels.map(({ name }) => name.trim()).filter((name) => name !== '');
  if (names.some((name) => !labelName.test(name))) {
    problems.labels = 'Names of labels are letters, digits and _, and do not begin with a digit.';
  } else if (new Set(names).size < names.length) {
    problems.labels = 'Two labels have the same name.';
  } else if (form.labels.some(({ name, value }) => name.trim() === '' && value !== '')) {
    problems.labels = 'A label needs a name.';
  }
  return problems;
}

function recoveryComplaint({ condition, operator, value, recovery_value }: RuleForm): string | undefined {
  if (condition !== 'threshold' && condition !== 'compared') {
    return undefined;
  }
  const limit = readNumber(value);
  const recovery = readNumber(recovery_value);
  if (limit === undefined || recovery === undefined) {
    return undefined;
  }
  const isUp = operator.startsWith('>');
  const isBeyond = isUp ? recovery > limit : recovery < limit;
  return isBeyond ? `Not ${isUp ? 'above' : 'below'} the limit: it would end while it still fires.` : undefined;
}
