import { Alert, Button, Stack } from '@grafana/ui';
import React from 'react';

interface Props {
  /** What did not work. */
  title: string;
  /** Why, and what to do. */
  message: string;
  onRetry?: () => void;
}

/** Something failed: says so, and offers to try again. */
export function ErrorNotice({ title, message, onRetry }: Props) {
  return (
    <Alert severity="error" title={title}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        {message}
        {onRetry && (
          <Button size="sm" variant="secondary" icon="sync" onClick={onRetry}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
