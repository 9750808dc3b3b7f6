import React, { useMemo } from 'react';
import { fieldSource } from '../../../api/fieldSource';
import { ConditionQueryFields } from '../../../components/queryBuilder/ConditionQueryFields';
import { kindOf } from '../../../contract/health/kinds/kinds';
import type { CheckForm } from './CheckForm';
import { PairRows } from './PairRows';
import { SecretFields } from './SecretFields';
import { SettingInput } from './SettingInput';

interface Props {
  datasourceUid: string;
  form: CheckForm;
  /** Which secrets the server has of this check. */
  stored: readonly string[];
  onChange: (part: Partial<CheckForm>) => void;
  disabled: boolean;
}

/** What a check looks at, by its kind. */
export function TargetFields({ datasourceUid, form, stored, onChange, disabled }: Props) {
  const { kind, settings } = form;
  const source = useMemo(() => fieldSource(datasourceUid), [datasourceUid]);
  return (
    <div style={{ maxWidth: 720 }}>
      {Object.entries(kindOf(kind).fields).map(([name, field]) => {
        const key = `${kind}-${name}`;
        switch (field.type) {
          case 'auth':
            // With the secret that it needs.
            return null;
          case 'query':
            return (
              <fieldset key={key} disabled={disabled}>
                <ConditionQueryFields source={source} query={form.query} onChange={(query) => onChange({ query })} />
              </fieldset>
            );
          case 'headers':
            return (
              <PairRows
                key={key}
                label={field.label}
                description={field.description ?? ''}
                item="header"
                placeholder={{ name: 'accept', value: 'application/json' }}
                pairs={form.headers}
                onChange={(headers) => onChange({ headers })}
                disabled={disabled}
              />
            );
          default:
            return (
              <SettingInput
                key={key}
                field={field}
                disabled={disabled}
                value={settings[name] ?? ''}
                onChange={(value) => onChange({ settings: { ...settings, [name]: value } })}
              />
            );
        }
      })}
      <SecretFields form={form} stored={stored} onChange={onChange} disabled={disabled} />
    </div>
  );
}
