import { render, screen } from '@testing-library/react';
import React from 'react';
import { countsText, FirstDataStatus } from './FirstDataStatus';

const nothing = { received: false, first_at: null, last_at: null, counts: {} };

describe('waiting for first data', () => {
  it('says what to do while nothing has come', () => {
    const { rerender } = render(<FirstDataStatus />);
    expect(screen.getByRole('status')).toHaveTextContent(/Waiting for first data/);
    rerender(<FirstDataStatus firstData={nothing} />);
    expect(screen.getByRole('status')).toHaveTextContent(/Waiting for first data/);
  });
  it('says what has come', () => {
    render(
      <FirstDataStatus
        firstData={{ ...nothing, received: true, first_at: '2026-11-23T08:00:00.000Z', counts: { error_logs: 2 } }}
      />
    );
    expect(screen.getByRole('status')).toHaveTextContent('Data arrives since 2026-11-23 08:00: 2 errors');
  });
  it('counts in words, without what is zero, and with tables that it does not know', () => {
    expect(countsText({ analytics_events: 1200, error_logs: 0, other: 3 })).toBe('1,200 events, 3 other');
    expect(countsText({})).toBe('');
  });
});
