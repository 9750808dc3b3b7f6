import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { ApiError } from '../../../api/ApiError';
import { callRoute } from '../../../api/callRoute';
import type { ImportAnswer } from '../../../contract/resources/asCode';
import { ImportRules } from './ImportRules';

jest.mock('../../../api/callRoute');

const route = jest.mocked(callRoute);
const trial: ImportAnswer = {
  dry_run: true,
  items: [{ kind: 'alert_rules', name: 'LCP', outcome: 'created' }],
  problems: ['alert_rules "INP": "severity" must be one of low, medium, high, critical'],
};

/** The dialog, with a YAML typed. */
function open(answer: ImportAnswer | ApiError) {
  route.mockReset();
  route.mockImplementation((async (_uid: string, _name: string, { body }: { body: { dry_run: boolean } }) => {
    if (answer instanceof Error) {
      throw answer;
    }
    return { ...answer, dry_run: body.dry_run };
  }) as unknown as typeof callRoute);
  const onImport = jest.fn();
  render(<ImportRules datasourceUid="seamark" onClose={jest.fn()} onImport={onImport} />);
  fireEvent.change(screen.getByRole('textbox', { name: /YAML/ }), { target: { value: 'alert_rules: []' } });
  return { onImport };
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('importing rules', () => {
  it('shows what it would change, and what it would leave out and why, before it can be done', async () => {
    const { onImport } = open(trial);
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
    await press('Show what it would change');
    expect(await screen.findByText('Would create 1.')).toBeInTheDocument();
    expect(screen.getByText(/"severity" must be one of/)).toBeInTheDocument();
    expect(onImport).not.toHaveBeenCalled();
    await press('Import');
    expect(await screen.findByText('Created 1.')).toBeInTheDocument();
    expect(onImport).toHaveBeenCalledTimes(1);
  });

  it('forgets what it would change once the text is another', async () => {
    open(trial);
    await press('Show what it would change');
    await screen.findByText('Would create 1.');
    fireEvent.change(screen.getByRole('textbox', { name: /YAML/ }), { target: { value: 'other' } });
    expect(screen.queryByText('Would create 1.')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
  });

  it('says why nothing was imported', async () => {
    open(new ApiError('The YAML cannot be read: line 1', 400));
    await press('Show what it would change');
    expect(await screen.findByText('The YAML cannot be read: line 1')).toBeInTheDocument();
  });
});
