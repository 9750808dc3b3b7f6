import type { ApiError } from '../../../api/ApiError';
import { newRuleForm, type RuleForm } from './RuleForm';

const isField = (name: string): name is keyof RuleForm => Object.hasOwn(newRuleForm, name);

/** `"condition_config.query.groupBy" cannot …`, as rules are refused, and `body/labels/team must …`, as bodies are. */
const named = /^(?:"(?:rule\.)?([\w.]+)"|body\/(?:rule\/)?([\w/]+))\s+(.*)$/s;

/**
 * Which field of the form a refusal of the server is about, and what it says without the server's name of it. Undefined
 * where it names none of ours.
 */
export function serverProblem(
  error: Pick<ApiError, 'message'>,
  condition: RuleForm['condition']
): { field: keyof RuleForm; message: string } | undefined {
  if (/^There is a rule named /.test(error.message)) {
    return { field: 'name', message: error.message };
  }
  const found = named.exec(error.message);
  const place = (found?.[1] ?? found?.[2] ?? '').split(/[./]/);
  const [first = '', ...rest] = place[0] === 'condition_config' ? place.slice(1) : place;
  const name =
    first === 'for_minutes' && condition === 'absence' ? 'absent_minutes' : first === 'kind' ? 'condition' : first;
  if (!isField(name) || found?.[3] === undefined) {
    return undefined;
  }
  const part = rest.length > 0 ? `${rest.join('.')} ` : '';
  return { field: name, message: capitalised(`${part}${found[3]}`) };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
