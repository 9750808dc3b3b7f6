import { render, screen } from '@testing-library/react';
import React from 'react';
import { isAdmin } from '../../api/datasource';
import { AdminOnly } from './AdminOnly';

jest.mock('../../api/datasource');

describe('settings', () => {
  it('are there for an Admin', () => {
    jest.mocked(isAdmin).mockReturnValue(true);
    render(<AdminOnly>keys</AdminOnly>);
    expect(screen.getByText('keys')).toBeInTheDocument();
  });
  it('tell everybody else whom to ask', () => {
    jest.mocked(isAdmin).mockReturnValue(false);
    render(<AdminOnly>keys</AdminOnly>);
    expect(screen.queryByText('keys')).not.toBeInTheDocument();
    expect(screen.getByText(/Only an Admin may see the settings/)).toBeInTheDocument();
  });
});
