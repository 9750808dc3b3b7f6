import { css } from '@emotion/css';
import { Alert, Field, MultiCombobox, TextLink } from '@grafana/ui';
import React, { useCallback, useId, useMemo } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { callRoute } from '../../../api/callRoute';
import { isAdmin } from '../../../api/datasource';
import { useLoaded } from '../../../api/useLoaded';
import { pagePaths } from '../../../contract/pagePaths';
import type { RuleForm } from './RuleForm';

const narrow = css({ maxWidth: 480 });

/** Where its messages go: channels that an Admin has set up. */
export function ChannelsInput({ datasourceUid }: { datasourceUid: string }) {
  const id = useId();
  const { control } = useFormContext<RuleForm>();
  const channels = useLoaded(
    useCallback(() => callRoute(datasourceUid, 'listNotificationChannelNames', {}), [datasourceUid])
  );
  const options = useMemo(
    () => channels.value?.items.map(({ name, kind }) => ({ value: name, label: name, description: kind })) ?? [],
    [channels.value]
  );
  return (
    <>
      <Controller
        control={control}
        name="notification_channels"
        render={({ field, fieldState }) => (
          <Field
            noMargin
            className={narrow}
            label="Channels"
            description="Who is told. None: it is seen in the inbox only"
            htmlFor={id}
            invalid={fieldState.error !== undefined || channels.error !== undefined}
            error={fieldState.error?.message ?? channels.error?.message}
          >
            <MultiCombobox
              id={id}
              options={options}
              value={field.value}
              placeholder="Nobody"
              onChange={(chosen) => field.onChange(chosen.map(({ value }) => value))}
            />
          </Field>
        )}
      />
      {channels.value?.items.length === 0 && (
        <Alert severity="info" title="There is no channel yet">
          {isAdmin() ? (
            <>
              Set one up under <TextLink href={pagePaths.alertChannels}>Channels</TextLink>; this rule can be saved
              before.
            </>
          ) : (
            'Ask an Admin of this organisation to set one up; this rule can be saved before.'
          )}
        </Alert>
      )}
    </>
  );
}
