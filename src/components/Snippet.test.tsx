import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { Snippet } from './Snippet';

const snippet = {
  collect_url: 'https://in.example/collect/k',
  privacy_url: 'https://in.example/privacy',
  html: 'faro element',
  npm: 'faro npm',
  seamark: { html: 'seamark element', npm: 'seamark npm' },
};

describe('the snippet', () => {
  const shown = () => screen.getByLabelText('Snippet').textContent;

  it('is that of the SDK and the way that were chosen', async () => {
    render(<Snippet snippet={snippet} />);
    expect(shown()).toBe('seamark element');
    await userEvent.click(screen.getByLabelText('npm'));
    expect(shown()).toBe('seamark npm');
    await userEvent.click(screen.getByLabelText('Grafana Faro'));
    expect(shown()).toBe('faro npm');
    await userEvent.click(screen.getByLabelText('Script element'));
    expect(shown()).toBe('faro element');
  });

  it('leads to the page on which visitors opt out', () => {
    render(<Snippet snippet={snippet} />);
    expect(screen.getByRole('link')).toHaveAttribute('href', 'https://in.example/privacy');
  });
});
