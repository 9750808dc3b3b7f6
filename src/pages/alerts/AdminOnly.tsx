import { Alert } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { isAdmin } from '../../api/datasource';

interface Props {
  /** What is for Admins: a sentence begins with it. */
  what: string;
  children: ReactNode;
}

/** Shows its children to Admins, and says whom to ask to everybody else. The server refuses the others by itself. */
export function AdminOnly({ what, children }: Props) {
  if (!isAdmin()) {
    return (
      <Alert severity="info" title={`${what} are for Admins only`}>
        They hold addresses and tokens of other services. Ask an Admin of this organisation for a change; rules can use
        the channels that there are.
      </Alert>
    );
  }
  return <>{children}</>;
}
