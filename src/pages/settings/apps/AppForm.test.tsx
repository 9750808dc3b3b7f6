import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { ApiError } from '../../../api/ApiError';
import { newDraft } from './AppDraft';
import { AppForm } from './AppForm';

const action = (error?: ApiError) => ({
  run: jest.fn().mockResolvedValue(undefined),
  running: false,
  clearError: jest.fn(),
  ...(error && { error }),
});

describe('the form of an app', () => {
  it('sends nothing while something is wrong, and says what', async () => {
    const save = action();
    render(<AppForm initial={newDraft} submitText="Create the app" save={save} />);
    expect(screen.queryByText('Give the app a name.')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Create the app' }));
    expect(screen.getByText('Give the app a name.')).toBeInTheDocument();
    expect(save.run).not.toHaveBeenCalled();
  });
  it('sends what was typed', async () => {
    const save = action();
    render(<AppForm initial={newDraft} submitText="Create the app" save={save} />);
    await userEvent.type(screen.getByLabelText(/Name/), 'shop');
    await userEvent.type(screen.getByLabelText(/Allowed origins/), 'https://shop.example');
    await userEvent.click(screen.getByRole('button', { name: 'Create the app' }));
    expect(save.run).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'shop', allowed_origins: ['https://shop.example'], consent_mode: 'required' })
    );
  });
  it('asks what to do without consent only where consent is asked for', async () => {
    render(<AppForm initial={newDraft} submitText="Save" save={action()} />);
    expect(screen.getByText('Keep nothing')).toBeInTheDocument();
    await userEvent.click(screen.getByLabelText(/Do not ask/));
    expect(screen.queryByText('Keep nothing')).not.toBeInTheDocument();
  });
  it('shows what the server said when it refused', () => {
    render(<AppForm initial={newDraft} submitText="Save" save={action(new ApiError('name is taken', 409))} />);
    expect(screen.getByText('name is taken')).toBeInTheDocument();
  });
});
