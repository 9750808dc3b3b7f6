import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { callRoute } from '../../../../api/callRoute';
import type { App } from '../../../../contract/resources/apps';
import type { PreviewSeverity, SeverityPreview } from '../../../../contract/resources/severityRules';
import { SeverityRules } from './SeverityRules';

jest.mock('../../../../api/callRoute');
// Drawn by measuring text, which no canvas does here.
jest.mock('@grafana/ui', () => ({ ...jest.requireActual('@grafana/ui'), Combobox: () => null }));
jest.setTimeout(20_000);

const route = jest.mocked(callRoute);
const saved = () => route.mock.calls.filter(([, name]) => name === 'updateApp').map(([, , input]) => input);

function show(rules: App['severity_rules'], judge: (asked: PreviewSeverity) => SeverityPreview): void {
  route.mockReset();
  route.mockImplementation((async (_uid: string, name: string, { body }: { body: PreviewSeverity }) =>
    name === 'previewSeverity' ? judge(body) : {}) as typeof callRoute);
  const app = { id: 'a', severity_rules: rules } as App;
  render(<SeverityRules datasourceUid="seamark" app={app} onChange={jest.fn()} />);
}
const nothing: SeverityPreview = { severity: 'high', rule: null, problems: [] };

describe('the severity rules of an app', () => {
  it('are saved in the order in which they are shown', async () => {
    show(
      [
        { type: 'A', severity: 'low' },
        { type: 'B', severity: 'critical' },
      ],
      () => nothing
    );
    await userEvent.click(screen.getByRole('button', { name: 'Move rule 2 up' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save the rules' }));
    const severity_rules = [
      { type: 'B', severity: 'critical' },
      { type: 'A', severity: 'low' },
    ];
    expect(saved()).toEqual([{ params: { id: 'a' }, body: { severity_rules } }]);
  });

  it('are not saved while one asks for nothing', async () => {
    show([], () => nothing);
    await userEvent.click(screen.getByRole('button', { name: 'Add a rule' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save the rules' }));
    expect(await screen.findByText('Fill in the class, the message or the page.')).toBeInTheDocument();
    expect(saved()).toEqual([]);
  });

  it('say what is wrong with a pattern beside it, whatever stands before it', async () => {
    show([{ type: 'A', severity: 'low' }], ({ rules }) => ({
      ...nothing,
      problems: rules.flatMap(({ message }, rule) => (message === '((' ? [{ rule, message: 'not a pattern' }] : [])),
    }));
    await userEvent.click(screen.getByRole('button', { name: 'Add a rule' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add a rule' }));
    const third = screen.getByRole('group', { name: 'Rule 3' });
    await userEvent.type(screen.getAllByLabelText('Message (RE2)')[2] ?? third, '((');
    await waitFor(() => expect(third).toHaveTextContent('This is not a pattern.'));
  });

  it('say which of them an error would meet', async () => {
    show(
      [
        { message: 'no', severity: 'low' },
        { type: 'Pay*', severity: 'critical' },
      ],
      ({ error }) => (error.type === 'PayError' ? { severity: 'critical', rule: 1, problems: [] } : nothing)
    );
    expect(await screen.findByText('No rule fits: what is built in decides.')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Class of an error'), 'PayError');
    expect(await screen.findByText('Rule 2 decides.')).toBeInTheDocument();
    expect(screen.getByText('critical')).toBeInTheDocument();
  });
});
