import { Alert } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Props {
  isAdmin: boolean;
  /** What a person reads who is none, and whom to ask for what. */
  title: string;
  hint: string;
  children: ReactNode;
}

/** Shows its children to Admins, and says whom to ask to everybody else. The server refuses the others by itself. */
export function AdminOnly({ isAdmin, title, hint, children }: Props) {
  if (!isAdmin) {
    return (
      <Alert severity="info" title={title}>
        {hint}
      </Alert>
    );
  }
  return <>{children}</>;
}
