import { Button, Stack } from '@grafana/ui';
import React from 'react';

interface Props {
  /** What saving is called. */
  save: string;
  isSaving: boolean;
  onCancel: () => void;
}

/** At the end of a form: keep it, or leave it. */
export function FormButtons({ save, isSaving, onCancel }: Props) {
  return (
    <Stack gap={1}>
      <Button type="submit" disabled={isSaving}>
        {isSaving ? 'Saving…' : save}
      </Button>
      <Button type="button" variant="secondary" onClick={onCancel}>
        Cancel
      </Button>
    </Stack>
  );
}
