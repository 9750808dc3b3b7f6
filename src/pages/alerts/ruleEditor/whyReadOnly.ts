import type { AlertRuleDetail } from '../../../contract/resources/alertRules';

type Stored = Pick<AlertRuleDetail, 'provisioned' | 'provisioned_file'>;

/** Why a rule can only be looked at, in a sentence; undefined where it can be changed. */
export function whyReadOnly({ provisioned, provisioned_file: file }: Stored, mayEdit: boolean): string | undefined {
  if (!mayEdit) {
    return 'Only Editors and Admins change rules: this is what it does';
  }
  return provisioned
    ? `It comes from ${file === undefined ? 'a file' : `the file ${file}`} and is changed there`
    : undefined;
}
