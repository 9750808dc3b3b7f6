import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useRef } from 'react';
import { useListKeys } from './useListKeys';

function List({ onResolve }: { onResolve: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list, { r: onResolve });
  return (
    <>
      <input aria-label="search" />
      <div ref={list}>
        {['first', 'second'].map((name) => (
          <input key={name} type="checkbox" aria-label={name} data-list-row />
        ))}
      </div>
    </>
  );
}

describe('the keys of a list', () => {
  it('move the focus from row to row, and stay at its ends', async () => {
    render(<List onResolve={jest.fn()} />);
    await userEvent.keyboard('j');
    expect(screen.getByLabelText('first')).toHaveFocus();
    await userEvent.keyboard('jj');
    expect(screen.getByLabelText('second')).toHaveFocus();
    await userEvent.keyboard('kk');
    expect(screen.getByLabelText('first')).toHaveFocus();
  });

  it('select the row that has the focus', async () => {
    render(<List onResolve={jest.fn()} />);
    await userEvent.keyboard('x');
    expect(screen.getByLabelText('first')).not.toBeChecked();
    await userEvent.keyboard('jx');
    expect(screen.getByLabelText('first')).toBeChecked();
    await userEvent.keyboard('x');
    expect(screen.getByLabelText('first')).not.toBeChecked();
  });

  it('do what the list says, but not while somebody types or holds a modifier', async () => {
    const resolve = jest.fn();
    render(<List onResolve={resolve} />);
    await userEvent.keyboard('{Control>}r{/Control}');
    await userEvent.type(screen.getByLabelText('search'), 'r');
    expect(resolve).not.toHaveBeenCalled();
    expect(screen.getByLabelText('search')).toHaveValue('r');
    await userEvent.click(screen.getByLabelText('first'));
    await userEvent.keyboard('r');
    expect(resolve).toHaveBeenCalledTimes(1);
  });
});
