import { render, screen } from '@testing-library/react';
import React from 'react';
import { RatingBar } from './RatingBar';

describe('the rating bar', () => {
  it('says its shares to those who cannot see them', () => {
    render(<RatingBar name="LCP" shares={{ good: 80.4, needs_improvement: 15, poor: 4.6 }} />);
    expect(screen.getByRole('img', { name: 'LCP: Good 80% · Needs improvement 15% · Poor 4.6%' })).toBeInTheDocument();
  });
  it('says so when nothing was measured', () => {
    render(<RatingBar name="INP" />);
    expect(screen.getByRole('img', { name: 'INP: no data' })).toBeInTheDocument();
  });
});
