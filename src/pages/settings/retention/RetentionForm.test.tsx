import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { ApiError } from '../../../api/ApiError';
import type { KeptData, RetentionPolicy } from '../../../contract/resources/retention';
import { RetentionForm } from './RetentionForm';

const policies: RetentionPolicy[] = [
  { data: 'errors', tier: 'raw', days: 60, default_days: 90, updated_at: '2026-11-01T00:00:00.000Z' },
  { data: 'errors', tier: 'archive', days: 730, default_days: 730, updated_at: null },
];
const kept: KeptData[] = [
  { data: 'errors', tier: 'raw', bytes: 1_048_576, since: '2026-11-01', goes_on: '2027-01-01' },
  { data: 'errors', tier: 'archive', bytes: 0, since: null, goes_on: null },
];
const action = (error?: ApiError) => ({
  run: jest.fn().mockResolvedValue(undefined),
  running: false,
  clearError: jest.fn(),
  ...(error && { error }),
});
const show = (save = action(), known: KeptData[] | undefined = kept) => {
  const onReload = jest.fn();
  render(<RetentionForm policies={policies} kept={known} save={save} onReload={onReload} />);
  return { save, onReload, raw: screen.getByLabelText('Days for Errors, single entries') };
};
const type = async (field: HTMLElement, text: string) => {
  await userEvent.clear(field);
  await userEvent.type(field, text);
};

describe('the form of the retention', () => {
  it('shows what is kept, since when, how large, and when it goes', () => {
    show();
    const row = screen.getByRole('row', { name: /Single entries/ });
    for (const text of ['2026-11-01', '1 MiB', '2027-01-01', 'Default: 90']) {
      expect(within(row).getByText(text)).toBeInTheDocument();
    }
    expect(within(screen.getByRole('row', { name: /Critical errors/ })).getByText('Nothing yet')).toBeInTheDocument();
  });

  it('can be changed before it is known what is kept', async () => {
    const { raw } = show(action(), undefined);
    await type(raw, '30');
    expect(screen.getByRole('button', { name: 'Save' })).toBeEnabled();
  });

  it('has nothing to save where nothing is changed, or something is wrong', async () => {
    const { raw } = show();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await type(raw, '0');
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    expect(screen.getByText('A whole number from 1 to 3,660.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Undo changes' }));
    expect(raw).toHaveValue('60');
  });

  it('asks before it deletes, and saves only then', async () => {
    const { save, raw } = show();
    await type(raw, '30{Enter}');
    expect(screen.getByText(/60 days → 30 days. Everything from before .* is deleted/)).toBeInTheDocument();
    expect(save.run).not.toHaveBeenCalled();
    await userEvent.click(screen.getByText('Save and delete'));
    expect(save.run).toHaveBeenCalledWith({
      policies: [{ data: 'errors', tier: 'raw', days: 30 }],
      expected: [{ data: 'errors', tier: 'raw', days: 60 }],
      allow_longer: true,
    });
  });

  it('fills in the defaults, to be saved like any other change', async () => {
    const { raw } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Fill in the defaults' }));
    expect(raw).toHaveValue('90');
  });

  it('offers to read again where somebody else was faster', async () => {
    const { onReload } = show(action(new ApiError('Somebody else changed it meanwhile', 409)));
    expect(screen.getByText('Somebody else was faster')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onReload).toHaveBeenCalled();
  });

  it('shows why the server refused', () => {
    show(action(new ApiError('errors: too short', 400)));
    expect(screen.getByText('errors: too short')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  });
});
