import React, { useMemo } from 'react';
import { fieldSource } from '../../../api/fieldSource';
import { ConditionQueryFields } from '../../../components/queryBuilder/ConditionQueryFields';
import type { CheckForm } from './CheckForm';
import { PairRows } from './PairRows';
import { SecretFields } from './SecretFields';
import { hasHeaders, settingFields } from './settingFields';
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
    <>
      {kind === 'derived' && (
        <fieldset disabled={disabled}>
          <ConditionQueryFields source={source} query={form.query} onChange={(query) => onChange({ query })} />
        </fieldset>
      )}
      <div style={{ maxWidth: 720 }}>
        {settingFields[kind].map((field) => (
          <SettingInput
            key={`${kind}-${field.name}`}
            field={field}
            disabled={disabled}
            value={settings[field.name] ?? ''}
            onChange={(value) => onChange({ settings: { ...settings, [field.name]: value } })}
          />
        ))}
        {hasHeaders(kind) && (
          <PairRows
            label="Headers"
            description="Sent with every request; not to another origin that a redirect leads to"
            item="header"
            placeholder={{ name: 'accept', value: 'application/json' }}
            pairs={form.headers}
            onChange={(headers) => onChange({ headers })}
            disabled={disabled}
          />
        )}
        <SecretFields form={form} stored={stored} onChange={onChange} disabled={disabled} />
      </div>
    </>
  );
}
