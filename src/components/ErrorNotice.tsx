import { Alert } from '@grafana/ui';
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
    <Alert severity="error" title={title} {...(onRetry && { buttonContent: 'Try again', onRemove: onRetry })}>
      {message}
    </Alert>
  );
}
