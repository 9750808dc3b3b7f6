import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { LabelChips } from './LabelChips';

describe('labels', () => {
  it('are shown by name, and say where a value is empty', () => {
    render(<LabelChips labels={{ team: 'web', page_path: '' }} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'page_path=(none)',
      'team=web',
    ]);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
  it('name an error instead of its fingerprint, where the alert knows it, and still filter by the fingerprint', async () => {
    const onClick = jest.fn();
    render(<LabelChips labels={{ fingerprint: 'f00d' }} subject="TypeError: x is undefined" onClick={onClick} />);
    await userEvent.click(screen.getByRole('button', { name: /error= ?TypeError: x is undefined/ }));
    expect(onClick).toHaveBeenCalledWith('fingerprint', 'f00d');
  });
  it('can be chosen', async () => {
    const onClick = jest.fn();
    render(<LabelChips labels={{ team: 'web' }} onClick={onClick} />);
    await userEvent.click(screen.getByRole('button', { name: /team= ?web/ }));
    expect(onClick).toHaveBeenCalledWith('team', 'web');
  });
  it('take no room where there are none', () => {
    const { container } = render(<LabelChips labels={{}} />);
    expect(container).toBeEmptyDOMElement();
  });
});
