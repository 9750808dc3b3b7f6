import { render, screen } from '@testing-library/react';
import React from 'react';
import { AdminOnly } from './AdminOnly';

const show = (isAdmin: boolean) =>
  render(
    <AdminOnly isAdmin={isAdmin} title="Only an Admin may see the settings" hint="Ask one of them for a change.">
      keys
    </AdminOnly>
  );

describe('what is for Admins', () => {
  it('is there for an Admin', () => {
    show(true);
    expect(screen.getByText('keys')).toBeInTheDocument();
  });
  it('tells everybody else whom to ask', () => {
    show(false);
    expect(screen.queryByText('keys')).not.toBeInTheDocument();
    expect(screen.getByText('Only an Admin may see the settings')).toBeInTheDocument();
    expect(screen.getByText('Ask one of them for a change.')).toBeInTheDocument();
  });
});
