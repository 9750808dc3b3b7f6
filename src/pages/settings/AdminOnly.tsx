import { Alert } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { isAdmin } from '../../api/datasource';

/** Shows its children to Admins, and says whom to ask to everybody else. The server refuses the others by itself. */
export function AdminOnly({ children }: { children: ReactNode }) {
  if (!isAdmin()) {
    return (
      <Alert severity="info" title="Only an Admin may see the settings">
        Apps, keys and tokens belong to the Admins of this organisation. Ask one of them for the snippet of an app or
        for a change.
      </Alert>
    );
  }
  return <>{children}</>;
}
