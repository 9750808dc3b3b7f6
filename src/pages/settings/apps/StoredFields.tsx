import { Field, Switch, TextArea } from '@grafana/ui';
import React, { useId } from 'react';
import type { AppDraft, DraftProblems } from './AppDraft';

interface Props {
  draft: AppDraft;
  problems: DraftProblems;
  onChange: (part: Partial<AppDraft>) => void;
}

/** How an app's pages are called, and what is stored of what it sends. */
export function StoredFields({ draft, problems, onChange }: Props) {
  const id = useId();
  return (
    <>
      <Field
        label="Routes"
        description="Patterns of paths, one a line; the first that fits names a page. :name stands for one part, * at the end for all that follows. Numbers and ids in other paths become :id."
        invalid={Boolean(problems.routes)}
        error={problems.routes}
      >
        <TextArea
          id={`${id}-routes`}
          rows={3}
          value={draft.routes}
          placeholder="/shop/:category/:product"
          onChange={(event) => onChange({ routes: event.currentTarget.value })}
        />
      </Field>
      <Field
        label="Store only some fields"
        description="Everything else is thrown away before it is stored, and counted."
      >
        <Switch
          id={`${id}-some`}
          value={draft.someFields}
          onChange={(event) => onChange({ someFields: event.currentTarget.checked })}
        />
      </Field>
      {draft.someFields && (
        <Field
          label="Fields to store"
          description="One a line, such as page_path, browser, country or event_data.plan; event_data.* for all attributes. Type, time and value of a row always stay."
          invalid={Boolean(problems.fields)}
          error={problems.fields}
        >
          <TextArea
            id={`${id}-fields`}
            rows={5}
            value={draft.fields}
            placeholder="page_path"
            onChange={(event) => onChange({ fields: event.currentTarget.value })}
          />
        </Field>
      )}
    </>
  );
}
