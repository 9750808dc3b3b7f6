import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { roomForOptions } from '../testing/roomForOptions';
import { Choice } from './Choice';
import type { Options } from './useSteadyOptions';

beforeEach(roomForOptions);
afterEach(() => jest.restoreAllMocks());

const letters = () => ['alpha', 'beta', 'gamma'].map((value) => ({ value, label: value }));

describe.each([
  ['a list', letters],
  ['a search', () => () => Promise.resolve(letters())],
])('a choice from %s that is made anew in each rendering', (_, makeOptions: () => Options<string>) => {
  it('is reported once, also when the page around it is drawn again', async () => {
    const onChange = jest.fn();
    const Page = () => {
      const [value, setValue] = useState('alpha');
      const [, drawAgain] = useState(0);
      return (
        <>
          <label htmlFor="letter">Letter</label>
          <Choice
            id="letter"
            options={makeOptions()}
            value={value}
            onChange={(next) => {
              onChange(next);
              setValue(next);
            }}
          />
          <button onClick={() => drawAgain((count) => count + 1)}>Again</button>
        </>
      );
    };
    render(<Page />);
    await userEvent.click(screen.getByRole('combobox', { name: 'Letter' }));
    await userEvent.click(await screen.findByRole('option', { name: 'beta' }));
    await userEvent.click(screen.getByRole('button', { name: 'Again' }));
    await act(async () => undefined);
    expect(onChange.mock.calls).toEqual([['beta']]);
    expect(screen.getByRole('combobox', { name: 'Letter' })).toHaveValue('beta');
  });
});
